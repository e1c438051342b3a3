using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming.Memory;

/// <summary>The ways in which a user can read a chat.</summary>
internal static class ReadingWay
{
    public static TheoryData<string> Names => [.. Ways.Keys];

    private static Dictionary<string, Func<ChatStream<TestChunk>, CancellationToken, Task>> Ways { get; } = new()
    {
        ["loop"] = static (stream, _) => CountAsync(stream, int.MaxValue),
        ["loop over what was received"] = static (stream, _) => CountAsync(stream.AsReceived(), int.MaxValue),
        ["loop left at the first chunk"] = static (stream, _) => CountAsync(stream, 1),
        ["loop left at the second chunk"] = static (stream, _) => CountAsync(stream.AsReceived(), 2),
        ["collected"] = static (stream, token) => stream.CollectAsync(token),
        ["text"] = static (stream, _) => CountAsync(stream.TextAsync(CancellationToken.None), int.MaxValue),
        ["text left early"] = static (stream, _) => CountAsync(stream.TextAsync(CancellationToken.None), 1),
        ["batches"] = static (stream, _) => CountAsync(stream.BatchAsync(TimeSpan.FromSeconds(1), 3, CancellationToken.None), int.MaxValue),
        ["batches left early"] = static (stream, _) => CountAsync(stream.BatchAsync(TimeSpan.FromSeconds(1), 1, CancellationToken.None), 1),
        ["relayed"] = static (stream, token) => stream.RelayToAsync(new MemoryStream(), token),
        ["relayed to a target that fails"] = static (stream, token) => stream.RelayToAsync(new MemoryStream([], writable: false), token),
        ["shared by two"] = static async (stream, _) =>
        {
            await using var shared = stream.Share();
            await Task.WhenAll(CountAsync(shared.ReadAllAsync(cancellationToken: CancellationToken.None), int.MaxValue), CountAsync(shared.ReadAllAsync(cancellationToken: CancellationToken.None), int.MaxValue));
        },
        ["shared and left"] = static async (stream, _) =>
        {
            await using var shared = stream.Share();
            await CountAsync(shared.ReadAllAsync(cancellationToken: CancellationToken.None), 1);
        },
        ["disposed between two steps"] = static async (stream, token) =>
        {
            await using var steps = stream.GetAsyncEnumerator(token);
            await steps.MoveNextAsync();
            await stream.DisposeAsync();
            await steps.MoveNextAsync();
        },
        ["never read"] = static async (stream, _) => await stream.DisposeAsync(),
    };

    /// <summary>Reads a stream in a way, whatever comes of it, and disposes it twice.</summary>
    public static async Task<Exception?> ReadAsync(string way, ChatStream<TestChunk> stream, CancellationToken token)
    {
        var thrown = await Record.ExceptionAsync(() => Ways[way](stream, token));
        await stream.DisposeAsync();
        await stream.DisposeAsync();
        return thrown;
    }

    private static async Task CountAsync<T>(IAsyncEnumerable<T> items, int most)
    {
        var count = 0;
        await foreach (var item in items)
        {
            if (++count >= most)
            {
                break;
            }
        }
    }
}
