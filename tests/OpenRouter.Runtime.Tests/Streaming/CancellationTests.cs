using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class CancellationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancel_BeforeSending_SendsNothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var script = Script.Streams(Wire.Done);
        await using var stream = script.ChatUntil(source.Token);

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CollectAsync(CancellationToken.None));

        Assert.Equal(source.Token, thrown.CancellationToken);
        Assert.Empty(script.Requests);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Cancel_WhileWaitingForHeaders_HasTheCallersToken()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var arrived = new TaskCompletionSource();
        var script = new Script(async (_, token) =>
        {
            arrived.SetResult();
            var never = new TaskCompletionSource<HttpResponseMessage>();
            await using var registration = token.Register(() => never.TrySetCanceled(token));
            return await never.Task;
        });
        await using var stream = script.ChatUntil(source.Token);
        var collecting = stream.CollectAsync(CancellationToken.None);
        await arrived.Task;
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancel_WhileReading_HasTheTokenThatWasCancelled(bool ofCall)
    {
        using var call = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true);
        await using var stream = Script.Streams(body).ChatUntil(call.Token);
        var collecting = stream.CollectAsync(loop.Token);
        await body.Hanging.Task;
        var used = ofCall ? call : loop;
        await used.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);

        Assert.Equal(used.Token, thrown.CancellationToken);
        Assert.IsNotType<OpenRouterException>(thrown);
        Assert.Equal("Hi", stream.Answer.Text);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Cancel_BetweenBufferedEvents_IsSeenAtTheNext()
    {
        using var source = new CancellationTokenSource();
        await using var stream = Script.Streams(Wire.Text("a") + Wire.Text("b") + Wire.Finish() + Wire.Done).ChatUntil(source.Token);
        await using var chunks = stream.GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await chunks.MoveNextAsync());
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await chunks.MoveNextAsync());
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Cancel_WhenReadingFailsInAnotherWay_IsStillACancellation()
    {
        using var source = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], new IOException("aborted"));
        await using var stream = Script.Streams(body).ChatUntil(source.Token);
        stream.OnKeepAlive = null;
        await using var chunks = stream.GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await chunks.MoveNextAsync());
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await chunks.MoveNextAsync());
    }

    [Fact]
    public async Task Break_BeforeTheEnd_AbortsTheBody()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true);
        var stream = Script.Streams(body).Chat();
        await foreach (var chunk in stream.WithCancellation(Token))
        {
            Assert.Equal("Hi", chunk.Text);
            break;
        }

        Assert.True(body.IsDisposed);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
    }

    [Fact]
    public async Task Break_OutOfText_AbortsTheBody()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true);
        var stream = Script.Streams(body).Chat();
        await foreach (var text in stream.TextAsync(Token))
        {
            Assert.Equal("Hi", text);
            break;
        }

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Dispose_WhileAReadIsUnderWay_EndsIt()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true);
        var stream = Script.Streams(body).Chat();
        var collecting = stream.CollectAsync(Token);
        await body.Hanging.Task;
        await stream.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
    }

    [Fact]
    public async Task Stream_ReadTwice_IsRefused()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Finish() + Wire.Done).Chat();
        await stream.CollectAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => stream.CollectAsync(Token));
        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator(Token));
    }

    [Fact]
    public async Task Stream_NeverRead_SendsNothing()
    {
        var script = Script.Streams(Wire.Done);
        var stream = script.Chat();
        await stream.DisposeAsync();

        Assert.Empty(script.Requests);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.CollectAsync(Token));
    }

    [Fact]
    public async Task Body_AfterACompleteAnswer_IsDisposed()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done)]);
        await using var stream = Script.Streams(body).Chat();
        await stream.CollectAsync(Token);

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Body_AfterTheEndMark_IsNotWaitedFor()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done)], hangs: true);
        await using var stream = Script.Streams(body).Chat();

        Assert.Equal("Hi", (await stream.CollectAsync(Token)).Text);
    }
}
