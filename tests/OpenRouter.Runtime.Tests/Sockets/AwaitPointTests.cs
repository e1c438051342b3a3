using System.Net;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>Cancellation and disposal at every point where a stream waits, in memory: here sockets add nothing.</summary>
public sealed class AwaitPointTests
{
    private const string Loop = "loop";
    private const string Text = "text";
    private const string Collect = "collect";
    private const string Relay = "relay";
    private static readonly string[] Readers = [Loop, Text, Collect, Relay];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, LeavingPoint, string> Cases => new(
        Readers.SelectMany(static reader => Enum.GetValues<LeavingPoint>(), static (reader, point) => (reader, point))
            .SelectMany(static item => Leaving.Sudden, static (item, way) => (item.reader, item.point, way)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Wait_Left_IsACancellationOfTheRightTokenAndClosesTheBody(string reader, LeavingPoint point, string way)
    {
        using var call = new CancellationTokenSource();
        using var loop = new CancellationTokenSource();
        var body = new PieceStream(point.Body() is { Length: > 0 } text ? [Wire.Bytes(text)] : [], hangs: true);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var script = point == LeavingPoint.BeforeHeaders ? NeverAnswers(sent) : Script.Streams(body);
        var stream = script.ChatUntil(call.Token);
        var reading = ReadAsync(stream, reader, loop.Token);
        await (point == LeavingPoint.BeforeHeaders ? sent.Task : body.Hanging.Task);

        await (way switch
        {
            Leaving.CancelCall => call.CancelAsync(),
            Leaving.CancelLoop => loop.CancelAsync(),
            _ => stream.DisposeAsync().AsTask(),
        });

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(way == Leaving.CancelLoop ? loop.Token : call.Token, thrown.CancellationToken);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
        Assert.True(body.IsDisposed || point == LeavingPoint.BeforeHeaders);
    }

    [Theory]
    [InlineData(Loop)]
    [InlineData(Text)]
    [InlineData(Collect)]
    [InlineData(Relay)]
    public async Task Answer_AtTheEndMark_IsCompleteWhateverTheConnectionDoes(string reader)
    {
        using var call = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done)], hangs: true);
        var stream = Script.Streams(body).ChatUntil(call.Token);

        await ReadAsync(stream, reader, Token);
        await call.CancelAsync();
        await stream.DisposeAsync();

        Assert.Equal((AnswerOutcome.Completed, "Hi"), (stream.Answer.Outcome, stream.Answer.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_DisposedBetweenSteps_CannotEndAsIfItWereComplete(bool withFinish)
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi") + Wire.Text("Ho") + (withFinish ? Wire.Finish() : ""))], hangs: true);
        var stream = Script.Streams(body).Chat();
        await using var chunks = stream.GetAsyncEnumerator(Token);
        Assert.True(await chunks.MoveNextAsync());

        await stream.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await chunks.MoveNextAsync());
    }

    [Fact]
    public async Task Stream_DisposedTwiceAndEnumeratorTwice_IsQuiet()
    {
        var stream = Script.Streams(new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true)).Chat();
        var chunks = stream.GetAsyncEnumerator(Token);
        Assert.True(await chunks.MoveNextAsync());

        await chunks.DisposeAsync();
        await chunks.DisposeAsync();
        await stream.DisposeAsync();
        await stream.DisposeAsync();

        Assert.Equal(AnswerOutcome.Cancelled, stream.Answer.Outcome);
        Assert.False(await chunks.MoveNextAsync());
    }

    [Fact]
    public async Task Cancel_InTheCallbackOfAKeepAlive_IsACancellation()
    {
        using var call = new CancellationTokenSource();
        var stream = Script.Streams(Wire.Text("Hi") + ": OPENROUTER PROCESSING\n\n" + Wire.Finish() + Wire.Done).ChatUntil(call.Token);
        stream.OnKeepAlive = _ => call.Cancel();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CollectAsync(CancellationToken.None));

        Assert.Equal(call.Token, thrown.CancellationToken);
        Assert.Equal("Hi", stream.Answer.Text);
    }

    [Fact]
    public async Task Dispose_InTheCallbackOfAKeepAlive_IsACancellation()
    {
        var stream = Script.Streams(Wire.Text("Hi") + ": OPENROUTER PROCESSING\n\n" + Wire.Finish() + Wire.Done).Chat();
        stream.OnKeepAlive = _ => stream.DisposeAsync().AsTask().GetAwaiter().GetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CollectAsync(Token));
    }

    [Theory]
    [InlineData(Leaving.CancelCall)]
    [InlineData(Leaving.DisposeStream)]
    public async Task Stream_LeftWhileTheHeadersArrive_ClosesTheBody(string way)
    {
        using var call = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true);
        ChatStream<TestChunk>? stream = null;
        var script = new Script(async (_, _) =>
        {
            await (way == Leaving.CancelCall ? call.CancelAsync() : stream!.DisposeAsync().AsTask());
            return Script.Response(HttpStatusCode.OK, body, "text/event-stream");
        });
        stream = script.ChatUntil(call.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CollectAsync(CancellationToken.None));

        Assert.True(body.IsDisposed);
    }

    private static Script NeverAnswers(TaskCompletionSource sent) => new(async (_, token) =>
    {
        sent.SetResult();
        var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(() => never.TrySetCanceled(token));
        return await never.Task;
    });

    private static async Task ReadAsync(ChatStream<TestChunk> stream, string reader, CancellationToken token)
    {
        switch (reader)
        {
            case Loop:
                await foreach (var chunk in stream.WithCancellation(token))
                {
                    Assert.True(chunk.Text == "Hi" || chunk.FinishReason == "stop");
                }

                break;
            case Text:
                await foreach (var text in stream.TextAsync(token))
                {
                    Assert.True(text is "Hi" or "");
                }

                break;
            case Collect:
                await stream.CollectAsync(token);
                break;
            default:
                await stream.RelayToAsync(new MemoryStream(), token);
                break;
        }
    }
}
