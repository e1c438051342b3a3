using Bunit;
using BlazorChat.Answers;
using BlazorChat.Components.Chat;
using BlazorChat.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenRouter.Core;
using OpenRouter.Testing;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>The chat without a browser and without a server: its components, its services, and the emulator as the model. The clock stands still until a test moves it.</summary>
internal sealed class ChatContext : BunitContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public ChatContext(Action<ChatSettings>? configure = null, bool isSignedIn = true, bool isInteractive = true)
    {
        DefaultWaitTimeout = Patience;
        Emulator = new OpenRouterEmulator { TimeProvider = Time };
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<IOpenRouterClient>(Emulator.CreateClient(static options => options.Retries = new RetryOptions { MaxRetries = 0 }));
        Services.AddOptions<ChatSettings>().Configure(settings => configure?.Invoke(settings));
        Services.AddSingleton<StreamLimiter>();
        Services.AddScoped<CircuitStreams>();
        Services.AddScoped<AnswerService>();
        Services.AddLogging();
        var authorization = this.AddAuthorization();
        if (isSignedIn)
        {
            authorization.SetAuthorized("ada");
        }

        SetRendererInfo(new RendererInfo("Server", isInteractive));
    }

    public FakeTimeProvider Time { get; } = new();

    public OpenRouterEmulator Emulator { get; }

    public IRenderedComponent<ChatPanel> Open() => Render<ChatPanel>();

    /// <summary>Moves the clock until something is so. Timers that are due start work on other threads, which is given the time to run.</summary>
    public async Task AdvanceUntilAsync(Func<bool> isSo, TimeSpan? step = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!isSo())
        {
            Assert.False(patience.IsCancellationRequested, "What the test waits for did not happen.");
            Time.Advance(step ?? TimeSpan.FromMilliseconds(10));
            await Task.Delay(1, CancellationToken.None);
        }
    }
}
