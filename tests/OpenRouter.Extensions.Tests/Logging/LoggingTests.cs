using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenRouter.Core;
using OpenRouter.Extensions.Logging;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Logging;

/// <summary>What a client of a container logs.</summary>
public sealed class LoggingTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new();
    private readonly RecordedLog _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task Call_IsLoggedByItself()
    {
        await using var provider = Make();

        await AskAsync(provider);

        var lines = _log.Of("OpenRouter").ToList();
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("Debug: ", lines[0], StringComparison.Ordinal);
        Assert.Contains("chat/completions is sent, model emulator/storyteller.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Information: ", lines[1], StringComparison.Ordinal);
        Assert.Contains("completed in", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, _log.Lines.Count(static line => line.Category.Contains("OpenRouter", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Call_LoggedByTheOptionsAsWell_IsLoggedOnce()
    {
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        await using var provider = Make(options => options.LogTo(loggers));

        await AskAsync(provider);

        Assert.Equal(2, _log.Of("OpenRouter").Count());
    }

    [Fact]
    public async Task Call_LoggedByTheFactoryAsWell_ShowsNoKeyAtAnyLevel()
    {
        await using var provider = Make(add: static builder => builder.HttpClient.AddDefaultLogger());

        await AskAsync(provider);

        Assert.Contains(_log.Lines, static line => line.Text.Contains("Authorization: *", StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.DoesNotContain(_emulator.Key, line.Text, StringComparison.Ordinal));
        Assert.All(_log.Lines, static line => Assert.DoesNotContain("the lighthouse", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Container_WithoutLogging_MakesAClientAllTheSame()
    {
        await using var provider = Provider.Of(services => services.AddOpenRouter(options => (options.ApiKey, options.Handler) = (_emulator.Key, _emulator)));

        await AskAsync(provider);

        Assert.Single(_emulator.Requests);
    }

    private static async Task AskAsync(IServiceProvider provider)
    {
        var client = provider.GetRequiredService<IOpenRouterClient>();
        await using var stream = client.Chat.CreateStreamingChatCompletion("emulator/storyteller").AddUserMessage("Tell of the lighthouse").StreamAsync(Token);
        Assert.Equal("stop", (await stream.CollectAsync(Token)).FinishReason);
    }

    private ServiceProvider Make(Action<OpenRouterClientOptions>? configure = null, Action<OpenRouterBuilder>? add = null) => Provider.Of(services =>
    {
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        var builder = services.AddOpenRouter(options =>
        {
            options.ApiKey = _emulator.Key;
            configure?.Invoke(options);
        }).To(_emulator);
        add?.Invoke(builder);
    });
}
