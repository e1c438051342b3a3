using System.IO.Pipelines;
using System.Text;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class AnswerFactsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GenerationId_OfTheHeader_IsThereBeforeTheFirstChunk()
    {
        var body = new PieceStream([": wait\n\n"u8.ToArray()], hangs: true);
        await using var stream = Script.Streams(body, ("X-Generation-Id", "gen-header")).Chat();
        using var source = new CancellationTokenSource();
        var collecting = stream.CollectAsync(source.Token);
        await body.Hanging.Task;

        Assert.Equal("gen-header", stream.GenerationId);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        Assert.Equal("gen-header", stream.Answer.GenerationId);
    }

    [Fact]
    public async Task Answer_HasModelProviderAndReasons()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Choice("{}", "\"stop\"", "\"end_turn\"") + Wire.Usage() + Wire.Done).Chat();

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("gen-1", "acme/one", "Acme"), (answer.GenerationId, answer.Model, answer.Provider));
        Assert.Equal(("stop", "end_turn"), (answer.FinishReason, answer.NativeFinishReason));
        Assert.Equal((11L, 7L, 18L), (answer.Usage!.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.TotalTokens));
        Assert.True(answer.DoneSeen);
    }

    [Fact]
    public async Task Usage_SeveralTimes_TheLastCounts()
    {
        await using var stream = Script.Streams(Wire.Text("Hi") + Wire.Usage(total: 1) + Wire.Finish() + Wire.Usage(total: 2) + Wire.Usage(total: 3) + Wire.Done).Chat();

        Assert.Equal(3, (await stream.CollectAsync(Token)).Usage!.TotalTokens);
    }

    [Fact]
    public async Task Times_ComeFromTheClock()
    {
        var time = new FixedTime();
        await using var stream = Script.Streams(": a\n\n" + Wire.Choice("""{"content":""}""") + ": b\n\n" + Wire.Text("Hi") + ": c\n\n" + Wire.Finish() + Wire.Done)
            .Chat(options => options.TimeProvider = time);
        var seen = new List<TimeSpan>();
        stream.OnKeepAlive = elapsed =>
        {
            seen.Add(elapsed);
            time.Advance(TimeSpan.FromSeconds(1));
        };

        var answer = await stream.CollectAsync(Token);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal([0.0, 1.0, 2.0], seen.Select(elapsed => elapsed.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(2), answer.TimeToFirstToken);
        Assert.Equal(TimeSpan.FromSeconds(3), answer.Elapsed);
        Assert.Equal(TimeSpan.FromSeconds(3), stream.Answer.Elapsed);
    }

    [Fact]
    public async Task OnKeepAlive_Throwing_EndsTheStreamWithThatException()
    {
        await using var stream = Script.Streams(": a\n\n" + Wire.Finish() + Wire.Done).Chat();
        stream.OnKeepAlive = _ => throw new InvalidTimeZoneException();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => stream.CollectAsync(Token));
    }

    [Fact]
    public async Task Relay_PassesEveryByteOnAndGivesTheAnswer()
    {
        var body = ": OPENROUTER PROCESSING\n\n" + Wire.Text("Hi é") + Wire.Finish() + Wire.Usage() + Wire.Done;
        var target = new MemoryStream();
        await using var stream = Script.Streams(new PieceStream([Wire.Bytes(body)[..50], Wire.Bytes(body)[50..]])).Chat();

        var answer = await stream.RelayToAsync(target, Token);

        Assert.Equal(body, Encoding.UTF8.GetString(target.ToArray()));
        Assert.Equal("Hi é", answer.Text);
    }

    [Fact]
    public async Task Relay_ToAPipe_PassesEveryByteOn()
    {
        var body = Wire.Text("Hi") + Wire.Finish() + Wire.Done;
        var target = new MemoryStream();
        var pipe = PipeWriter.Create(target, new StreamPipeWriterOptions(leaveOpen: true));
        await using var stream = Script.Streams(body).Chat();

        await stream.RelayToAsync(pipe, Token);

        Assert.Equal(body, Encoding.UTF8.GetString(target.ToArray()));
    }

    [Fact]
    public async Task Relay_TargetFails_IsTheCallersExceptionAndAborts()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hi"))], hangs: true);
        await using var stream = Script.Streams(body).Chat();
        var target = new MemoryStream([], writable: false);

        await Assert.ThrowsAsync<NotSupportedException>(() => stream.RelayToAsync(target, Token));
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Relay_OfABrokenStream_Throws()
    {
        var target = new MemoryStream();
        await using var stream = Script.Streams(Wire.Text("Hi")).Chat();

        await Assert.ThrowsAsync<Core.StreamInterruptedException>(() => stream.RelayToAsync(target, Token));
        Assert.Equal(Wire.Text("Hi"), Encoding.UTF8.GetString(target.ToArray()));
    }

    [Fact]
    public async Task Request_OfAStream_AsksForEvents()
    {
        var script = Script.Streams(Wire.Finish() + Wire.Done);
        await script.Chat().CollectAsync(Token);

        Assert.Equal("text/event-stream", script.Requests[0].Headers.Accept.ToString());
    }
}
