using System.Text;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Random streams, read by the shapes of their events and read whole, show the same.</summary>
public sealed class RandomStreamTests
{
    private const string End = """{"id":"gen-1","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],"usage":{"total_tokens":3}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StreamKind.Chat, 150)]
    [InlineData(StreamKind.ChatAsReceived, 150)]
    [InlineData(StreamKind.ChatText, 50)]
    [InlineData(StreamKind.ChatValues, 100)]
    [InlineData(StreamKind.ChatUtf8, 100)]
    [InlineData(StreamKind.Responses, 300)]
    [InlineData(StreamKind.Messages, 300)]
    [InlineData(StreamKind.Images, 100)]
    public async Task Stream_OfAnyShapesAndFraming_IsReadTheSameBothWays(StreamKind kind, int count)
    {
        using var readers = new BothReaders();
        for (var seed = 0; seed < count; seed++)
        {
            Token.ThrowIfCancellationRequested();
            var random = new Random(seed);
            var events = kind <= StreamKind.ChatUtf8 ? ChatSequences.Events(random).Append(End) : EventSequences.Events(kind, random);
            var body = new RandomFraming(random).Write(events);

            await readers.CompareAsync(kind, body, Split.Some(body, seed), $"seed {seed}");
        }

        // Enough of what is compared must have been read the short way, or the test shows nothing.
        Assert.InRange(readers.ByShape, count * 5, long.MaxValue);
    }

    /// <summary>The same events without what breaks a stream early, so that all of each stream is compared.</summary>
    [Theory]
    [InlineData(StreamKind.Chat, "\n")]
    [InlineData(StreamKind.Responses, "\n")]
    [InlineData(StreamKind.Messages, "\n")]
    [InlineData(StreamKind.Images, "\n")]
    [InlineData(StreamKind.Responses, "\r\n")]
    public async Task Stream_OfAnyShapes_InPlainFraming_IsReadTheSameBothWays(StreamKind kind, string line)
    {
        const int Count = 150;
        using var readers = new BothReaders();
        for (var seed = 0; seed < Count; seed++)
        {
            Token.ThrowIfCancellationRequested();
            var random = new Random(seed);
            var events = kind == StreamKind.Chat ? ChatSequences.Events(random).Append(End) : EventSequences.Events(kind, random);
            var body = Encoding.UTF8.GetBytes(string.Concat(events.Select(data => $"data: {data}{line}{line}")) + $"data: [DONE]{line}{line}");

            await readers.CompareAsync(kind, body, [Split.Whole, Split.Tight, Split.Random(seed)], $"seed {seed}");
        }

        Assert.InRange(readers.ByShape, Count * 15, long.MaxValue);
    }
}
