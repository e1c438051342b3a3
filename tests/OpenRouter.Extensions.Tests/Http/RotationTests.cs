using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;

namespace OpenRouter.Extensions.Tests.Http;

/// <summary>Handlers that the caller wants to be renewed.</summary>
public sealed class RotationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The factory looks every 10 seconds for handlers that nobody uses, on a clock of its own.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Rotation_WhileAStreamRuns_RenewsTheHandlerAndLeavesTheStreamWhole()
    {
        var made = new ConcurrentQueue<OpenStream>();
        await using var provider = Provider.Of(services => services.AddOpenRouter(static options => options.ApiKey = "sk-or-v1-emulator").HttpClient
            .SetHandlerLifetime(TimeSpan.FromSeconds(1))
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                var handler = new OpenStream();
                made.Enqueue(handler);
                return handler;
            }));
        var client = provider.GetRequiredService<IOpenRouterClient>();
        await using var stream = client.Chat.CreateStreamingChatCompletion("a/b").AddUserMessage("Hi").StreamAsync(Token);
        await using var texts = stream.TextAsync(Token).GetAsyncEnumerator(Token);
        var first = texts.MoveNextAsync();
        var handler = await NextAsync(made);
        await handler.SendTextAsync("Hello");
        Assert.True(await first);
        Assert.Equal("Hello", texts.Current);

        // Another handler that was renewed is disposed: so this one would have been as well.
        while (!made.Skip(1).Any(static other => other.IsDisposed))
        {
            await client.ApiKeys.GetCurrentKeyAsync(Token);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(100, Token);
        }

        Assert.False(handler.IsDisposed);
        await handler.SendTextAsync(" again");
        await handler.EndAsync();
        Assert.True(await texts.MoveNextAsync());
        Assert.Equal(" again", texts.Current);
        Assert.False(await texts.MoveNextAsync());
        Assert.Equal("stop", stream.Answer.FinishReason);
    }

    private static async Task<OpenStream> NextAsync(ConcurrentQueue<OpenStream> made)
    {
        OpenStream? handler;
        while (!made.TryPeek(out handler))
        {
            await Task.Delay(10, Token);
        }

        return handler;
    }
}
