using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

/// <summary>A stream that another HTTP client opened reads, ends and fails as one of our own.</summary>
public sealed class ReceivedStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_ThatCompletes_GivesChunksAndAnswer()
    {
        var body = new PieceStream(Wire.Bytewise(Wire.Text("Hel") + ": OPENROUTER PROCESSING\n\n" + Wire.Text("lo") + Wire.Finish() + Wire.Usage() + Wire.Done));
        await using var stream = Chat(body);
        var text = "";
        TestChunk? last = null;

        await foreach (var chunk in stream.ConfigureAwait(false))
        {
            text += chunk.Text;
            last = chunk;
        }

        Assert.Equal("Hello", text);
        Assert.Equal(("stop", true), (last!.FinishReason, last.HasUsage));
        Assert.Equal((AnswerOutcome.Completed, "gen-5", 18), (stream.Answer.Outcome, stream.GenerationId, stream.Answer.Usage?.TotalTokens));
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Error_InTheMiddle_IsThrownWithWhatHadArrived()
    {
        await using var stream = Chat(Wire.Text("Hel") + Wire.Event("""{"error":{"code":502,"message":"gone","metadata":{"provider_name":"Acme"}}}"""));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal((502, "Acme", "Hel", "gen-5"), (thrown.StatusCode, thrown.ProviderName, thrown.Partial?.Text, thrown.GenerationId));
    }

    [Fact]
    public async Task Connection_ThatIsLost_IsAnInterruption()
    {
        await using var stream = Chat(new PieceStream([Wire.Bytes(Wire.Text("Hel"))], new IOException("lost")));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal("Hel", thrown.Partial?.Text);
        Assert.Single(thrown.Attempts);
    }

    [Fact]
    public async Task Status_ThatIsNoSuccess_IsThrownByTheFirstStep()
    {
        var response = Script.Response(HttpStatusCode.TooManyRequests, new MemoryStream(Wire.Bytes("""{"error":{"message":"Slow down"}}""")), "application/json", ("Retry-After", "17"));
        await using var stream = response.ReadChatStream<TestChunk>(cancellationToken: Token);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal((429, TimeSpan.FromSeconds(17)), (thrown.StatusCode, thrown.RetryAfter));
        Assert.Contains("Slow down", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":503,"message":"why"}}""", "application/json", "why")]
    [InlineData("<html>Sign in</html>", "text/html", "Sign in")]
    public async Task Body_ThatIsNoStream_IsAnErrorThatQuotesIt(string body, string type, string quoted)
    {
        var response = Script.Response(HttpStatusCode.OK, new MemoryStream(Wire.Bytes(body)), type);
        response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, "https://openrouter.ai/api/v1/chat/completions");
        await using var stream = response.ReadChatStream<TestChunk>(cancellationToken: Token);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Contains(quoted, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_LongerThanTheIdleClock_EndsTheStream()
    {
        var time = new ManualTime();
        var body = new FedStream();
        body.Feed(Wire.Text("Hel"));
        await using var stream = Chat(body, new OpenRouterClientOptions { TimeProvider = time, Timeouts = new CallTimeouts { Idle = TimeSpan.FromSeconds(5) } });
        var reading = stream.CollectAsync(Token);
        await body.Starved();
        time.Advance(TimeSpan.FromSeconds(6));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => reading);

        Assert.Equal((CallClock.Idle, "Hel"), (thrown.Clock, thrown.Partial?.Text));
    }

    [Fact]
    public async Task Cancellation_HasTheTokenOfTheCaller()
    {
        using var source = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hel"))], hangs: true);
        var reading = Response(body).ReadChatStream<TestChunk>(cancellationToken: source.Token).CollectAsync(CancellationToken.None);
        await body.Hanging.Task;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Loop_ThatIsLeft_AbortsTheBody()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hel"))], hangs: true);
        await foreach (var chunk in Chat(body).WithCancellation(Token))
        {
            Assert.Equal("Hel", chunk.Text);
            break;
        }

        Assert.True(body.IsDisposed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_ThatNobodyReads_IsDisposedOf(bool isChat)
    {
        var body = new PieceStream([], hangs: true);
        if (isChat)
        {
            await Chat(body).DisposeAsync();
        }
        else
        {
            await Response(body).ReadEventStream<EventItem>(cancellationToken: Token).DisposeAsync();
        }

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Answer_OfACallThatWasCancelledBefore_IsDisposedOf()
    {
        var body = new PieceStream([], hangs: true);
        var stream = Response(body).ReadChatStream<TestChunk>(cancellationToken: new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.CollectAsync(CancellationToken.None));
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Recovery_CannotSendAgain_AndTheFailureStays()
    {
        await using var stream = Chat(Wire.Text("Hel")).WithRecovery(new RecoveryOptions { Steps = [RecoveryStep.Continue, RecoveryStep.Restart, RecoveryStep.OtherModel("a/b"), RecoveryStep.Unstreamed] });

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal("Hel", thrown.Partial?.Text);
        Assert.Single(thrown.Attempts);
    }

    [Fact]
    public async Task RepairOfUsage_SaysWhoMustSend()
    {
        await using var stream = Chat(Wire.Text("Hel"));
        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => stream.RepairUsageAsync(Token));

        Assert.Contains("another HTTP client", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data: {\"type\":\"delta\"}\n\ndata: {\"type\":\"completed\"}\n\n", AnswerOutcome.Completed)]
    [InlineData("data: {\"type\":\"delta\"}\n\n", AnswerOutcome.Interrupted)]
    [InlineData("data: {\"type\":\"delta\"}\n\nevent: error\ndata: {\"type\":\"x\",\"code\":\"server_error\",\"message\":\"m\"}\n\n", AnswerOutcome.Failed)]
    public async Task Events_EndAsTheirStreamDoes(string body, AnswerOutcome outcome)
    {
        await using var stream = Response(new MemoryStream(Wire.Bytes(body))).ReadEventStream<EventItem>(cancellationToken: Token);

        var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

        Assert.Equal(outcome, stream.Outcome);
        Assert.Equal(outcome == AnswerOutcome.Completed, thrown is null);
        Assert.Equal("gen-5", stream.GenerationId);
    }

    private static ChatStream<TestChunk> Chat(string body) => Chat(new MemoryStream(Wire.Bytes(body)));

    private static ChatStream<TestChunk> Chat(Stream body, OpenRouterClientOptions? options = null) => Response(body).ReadChatStream<TestChunk>(options, Token);

    private static HttpResponseMessage Response(Stream body) => Script.Response(HttpStatusCode.OK, body, "text/event-stream", ("X-Generation-Id", "gen-5"));
}
