using OpenRouter.Native.Chats;
using OpenRouter.Native.Checking;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Sections;

/// <summary>Text in batches, by time and by size.</summary>
internal static class BatchSection
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public static async Task RunAsync(Section section)
    {
        await RunAsync(section, ChatKinds.Handwritten);
        await RunAsync(section, ChatKinds.Generated);
    }

    private static async Task RunAsync<TChunk>(Section section, ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        await section.RunAsync($"by time, {kind.Name}", () => ByTimeAsync(kind));
        await section.RunAsync($"left, {kind.Name}", () => LeftAsync(kind));
        foreach (var size in new[] { 1, 7, 100, 10_000 })
        {
            await section.RunAsync($"of {size}, {kind.Name}", () => JoinedAsync(kind, size));
        }
    }

    private static async Task ByTimeAsync<TChunk>(ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        var (time, body) = (new ManualTime(), new FedStream());
        await using var batches = kind.Open(Script.Streams(body), options => options.TimeProvider = time).BatchAsync(Interval).GetAsyncEnumerator();
        var next = batches.MoveNextAsync().AsTask();
        body.Feed(Wire.Text("a"));
        await time.SeeTimerAsync(static wait => wait == Interval);
        body.Feed(Wire.Text("b") + Wire.Text("c"));
        await body.Starved();
        Assert.True(!next.IsCompleted);
        time.Advance(Interval);

        Assert.True(await next);
        Assert.Equal("abc", batches.Current);
    }

    private static async Task LeftAsync<TChunk>(ChatKind<TChunk> kind)
        where TChunk : class, IChatChunk<TChunk>
    {
        var time = new ManualTime();
        var body = new PieceStream([Wire.Bytes(Wire.Text("a"))], hangs: true);
        await foreach (var batch in kind.Open(Script.Streams(body), options => options.TimeProvider = time).BatchAsync(Interval, maxChars: 1))
        {
            Assert.Equal("a", batch);
            break;
        }

        Assert.Equal((true, 0), (body.IsDisposed, time.Waiting));
    }

    private static async Task JoinedAsync<TChunk>(ChatKind<TChunk> kind, int size)
        where TChunk : class, IChatChunk<TChunk>
    {
        string[] pieces = [.. Enumerable.Range(0, 500).Select(static number => $"{number} ")];
        var read = new List<string>();
        await foreach (var batch in kind.Open(Script.Streams(string.Concat(pieces.Select(Wire.Text)) + Wire.Finish()), static options => options.TimeProvider = new ManualTime()).BatchAsync(Interval, size))
        {
            read.Add(batch);
        }

        Assert.Equal(string.Concat(pieces), string.Concat(read));
        Assert.True(read.TrueForAll(batch => batch.Length < size + 4));
    }
}
