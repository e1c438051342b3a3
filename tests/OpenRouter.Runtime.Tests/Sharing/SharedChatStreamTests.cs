using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Sharing;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sharing;

public sealed class SharedChatStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_ThatComeAtAnyTime_SeeTheSameChunks()
    {
        var body = new FedStream();
        await using var shared = Script.Streams(body).Chat().Share();
        var early = ReadAsync(shared);
        body.Feed(Wire.Text("a") + Wire.Text("b"));
        await body.Starved();
        var middle = ReadAsync(shared);
        body.Feed(Wire.Text("c") + Wire.Finish() + Wire.Done);
        body.End();
        await shared.Completion;
        var late = ReadAsync(shared);

        Assert.Equal(["a", "b", "c", ""], await early);
        Assert.Equal(["a", "b", "c", ""], await middle);
        Assert.Equal(["a", "b", "c", ""], await late);
        Assert.Equal("abc", shared.Answer.Text);
    }

    [Fact]
    public async Task Readers_OfABrokenStream_AllGetTheFailureAfterWhatHadArrived()
    {
        await using var shared = Script.Streams(Wire.Text("a") + Wire.Text("b")).Chat().Share();

        for (var reader = 0; reader < 3; reader++)
        {
            var seen = new List<string>();
            var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => ReadAsync(shared, into: seen));

            Assert.Equal(["a", "b"], seen);
            Assert.Equal("ab", thrown.Partial!.Text);
        }
    }

    [Fact]
    public async Task Reader_ThatFallsBehind_IsDroppedAndTold_AndHoldsUpNobody()
    {
        var body = new FedStream();
        await using var shared = Script.Streams(body).Chat().Share(capacity: 4);
        await using var slow = shared.ReadAllAsync(cancellationToken: Token).GetAsyncEnumerator(Token);
        var first = slow.MoveNextAsync().AsTask();
        body.Feed(Wire.Text("0"));
        Assert.True(await first);
        await using var fast = shared.ReadAllAsync(cancellationToken: Token).GetAsyncEnumerator(Token);
        Assert.True(await fast.MoveNextAsync());
        for (var count = 1; count <= 10; count++)
        {
            body.Feed(Wire.Text($"{count}"));
            Assert.True(await fast.MoveNextAsync());
            Assert.Equal($"{count}", fast.Current.Text);
        }

        var thrown = await Assert.ThrowsAsync<ReaderDroppedException>(async () => await slow.MoveNextAsync());
        Assert.Equal(6, thrown.Missed);
        body.Feed(Wire.Finish());
        body.End();
        Assert.True(await fast.MoveNextAsync());
        Assert.False(await fast.MoveNextAsync());
    }

    [Fact]
    public async Task Reader_ThatComesAfterTheBeginningIsGone_IsToldAtOnce()
    {
        await using var shared = Script.Streams(string.Concat(Enumerable.Repeat(Wire.Text("x"), 10)) + Wire.Finish()).Chat().Share(capacity: 4);
        await shared.Completion;

        Assert.Equal(7, (await Assert.ThrowsAsync<ReaderDroppedException>(() => ReadAsync(shared))).Missed);
        Assert.Empty(await ReadAsync(shared, fromNow: true));
        Assert.Equal("xxxxxxxxxx", shared.Answer.Text);
    }

    [Fact]
    public async Task Reader_FromNow_SeesWhatComesNext()
    {
        var body = new FedStream();
        await using var shared = Script.Streams(body).Chat().Share();
        var all = ReadAsync(shared);
        body.Feed(Wire.Text("a"));
        await body.Starved();
        await using var now = shared.ReadAllAsync(fromNow: true, Token).GetAsyncEnumerator(Token);
        var next = now.MoveNextAsync().AsTask();
        body.Feed(Wire.Text("b") + Wire.Finish());
        body.End();

        Assert.True(await next);
        Assert.Equal("b", now.Current.Text);
        Assert.Equal(["a", "b", ""], await all);
    }

    [Fact]
    public async Task Reader_ThatLeaves_LeavesTheStreamToTheOthers()
    {
        var body = new FedStream();
        await using var shared = Script.Streams(body).Chat().Share();
        using var source = new CancellationTokenSource();
        var leaving = ReadAsync(shared, token: source.Token);
        var staying = ReadAsync(shared);
        body.Feed(Wire.Text("a"));
        await body.Starved();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        body.Feed(Wire.Finish());
        body.End();

        Assert.Equal(["a", ""], await staying);
        Assert.Equal(AnswerOutcome.Completed, shared.Answer.Outcome);
    }

    [Fact]
    public async Task Dispose_BeforeTheEnd_AbortsAndTellsTheReaders()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("a"))], hangs: true);
        var shared = Script.Streams(body).Chat().Share();
        var reading = ReadAsync(shared);
        await body.Hanging.Task;
        await shared.DisposeAsync();
        await shared.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Readers_ByTheHundred_AllSeeAll()
    {
        var body = new FedStream();
        await using var shared = Script.Streams(body).Chat().Share();
        var readers = Enumerable.Range(0, 100).Select(_ => Task.Run(() => ReadAsync(shared))).ToList();
        for (var count = 0; count < 200; count++)
        {
            body.Feed(Wire.Text($"{count},"));
        }

        body.Feed(Wire.Finish());
        body.End();

        var expected = string.Concat(Enumerable.Range(0, 200).Select(static count => $"{count},"));
        Assert.All(await Task.WhenAll(readers), texts => Assert.Equal(expected, string.Concat(texts)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Capacity_OutOfRange_IsRefused(int capacity)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Script.Streams(Wire.Done).Chat().Share(capacity));

    private static async Task<List<string>> ReadAsync(SharedChatStream<TestChunk> shared, bool fromNow = false, List<string>? into = null, CancellationToken? token = null)
    {
        var seen = into ?? [];
        await foreach (var chunk in shared.ReadAllAsync(fromNow, token ?? Token))
        {
            seen.Add(chunk.Text);
        }

        return seen;
    }
}
