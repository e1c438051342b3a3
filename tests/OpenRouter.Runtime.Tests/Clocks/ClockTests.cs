using System.Net;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>Each clock, on a time that the test moves.</summary>
public sealed class ClockTests
{
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 120)]
    [InlineData(7.0, 7)]
    public async Task Headers_ThatDoNotCome_InterruptAStream(double? seconds, double limit)
    {
        var timeouts = seconds is { } set ? new CallTimeouts { Headers = TimeSpan.FromSeconds(set) } : new CallTimeouts();
        var (collecting, stream, script) = Hang(timeouts);
        await script.Arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(limit) - TimeSpan.FromTicks(1));
        Assert.False(collecting.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);

        Assert.Equal(CallClock.Headers, thrown.Clock);
        Assert.IsType<TimeoutException>(thrown.InnerException);
        Assert.True(thrown.IsTransient);
        Assert.Contains($"{limit} seconds", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("CallTimeouts.Headers", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(AnswerOutcome.Interrupted, thrown.Partial!.Outcome);
        Assert.Equal(AnswerOutcome.Interrupted, stream.Answer.Outcome);
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task Headers_OfAPlainCall_HaveTenMinutes()
    {
        var script = new HangingScript();
        using var transport = script.Handler.Transport(options => options.TimeProvider = _time);
        var sending = transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        await script.Arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(599.999));
        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.001));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => sending);

        Assert.Equal(CallClock.Headers, thrown.Clock);
        Assert.Contains("CallTimeouts.UnstreamedHeaders", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task Idle_Silence_InterruptsAfterNinetySeconds()
    {
        var body = new FedStream();
        await using var stream = Stream(body);
        var collecting = stream.CollectAsync(Token);
        body.Feed(Wire.Text("Hi"));
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90) - TimeSpan.FromTicks(1));
        Assert.False(collecting.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);

        Assert.Equal((CallClock.Idle, "Hi"), (thrown.Clock, thrown.Partial!.Text));
        Assert.Contains("90 seconds", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(0, _time.Waiting);
    }

    [Theory]
    [InlineData(": OPENROUTER PROCESSING\n\n")]
    [InlineData(": ")]
    [InlineData("\n")]
    [InlineData("d")]
    public async Task Idle_AnyByte_BeginsTheTimeAnew(string piece)
    {
        var body = new FedStream();
        await using var stream = Stream(body);
        var collecting = stream.CollectAsync(Token);
        await body.Starved();
        for (var count = 0; count < 5; count++)
        {
            _time.Advance(TimeSpan.FromSeconds(60));
            body.Feed(piece.Length == 1 && piece != "\n" ? (count == 0 ? ":" : "x") : piece);
            await body.Starved();
        }

        _time.Advance(TimeSpan.FromSeconds(89));
        Assert.False(collecting.IsCompleted);
        body.Feed("\n\n" + Wire.Text("Hi") + Wire.Finish() + Wire.Done);
        body.End();

        Assert.Equal("Hi", (await collecting).Text);
    }

    [Fact]
    public async Task Idle_SlowReader_IsNoSilence()
    {
        var body = new FedStream();
        await using var stream = Stream(body);
        await using var chunks = stream.GetAsyncEnumerator(Token);
        body.Feed(Wire.Text("one") + Wire.Text("two"));
        Assert.True(await chunks.MoveNextAsync());
        _time.Advance(TimeSpan.FromHours(10));
        Assert.True(await chunks.MoveNextAsync());
        _time.Advance(TimeSpan.FromHours(10));
        body.Feed(Wire.Finish() + Wire.Done);
        body.End();

        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal("stop", chunks.Current.FinishReason);
        Assert.False(await chunks.MoveNextAsync());
    }

    [Fact]
    public async Task Idle_AfterTheFinishReason_IsACompleteAnswer()
    {
        var body = new FedStream();
        await using var stream = Stream(body);
        var collecting = stream.CollectAsync(Token);
        body.Feed(Wire.Text("Hi") + Wire.Finish());
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));

        var answer = await collecting;

        Assert.Equal((AnswerOutcome.Completed, "Hi", false), (answer.Outcome, answer.Text, answer.DoneSeen));
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task Idle_InABodyThatIsNotStreamed_EndsTheCall()
    {
        var body = new FedStream();
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, body, "application/json")));
        using var transport = script.Transport(options => options.TimeProvider = _time);
        var sending = transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        for (var blanks = 0; blanks < 20; blanks++)
        {
            body.Feed("\n         \n");
            await body.Starved();
            _time.Advance(TimeSpan.FromSeconds(80));
        }

        Assert.False(sending.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => sending);
        Assert.Equal(CallClock.Idle, thrown.Clock);
        Assert.IsNotType<StreamInterruptedException>(thrown);
    }

    [Fact]
    public async Task Idle_InTheBodyOfAnError_KeepsTheStatus()
    {
        var body = new FedStream();
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.BadRequest, body, "application/json")));
        using var transport = script.Transport(options => options.TimeProvider = _time);
        var sending = transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(400, (await Assert.ThrowsAsync<OpenRouterException>(() => sending)).StatusCode);
    }

    [Fact]
    public async Task ErrorBody_ThatDrips_IsLeftAfterHalfAMinute()
    {
        var body = new FedStream();
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.BadGateway, body, "application/json")));
        using var transport = script.Transport(options => options.TimeProvider = _time);
        var sending = transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        for (var count = 0; count < 3; count++)
        {
            body.Feed("x");
            await body.Starved();
            Assert.False(sending.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        body.Feed("x");

        Assert.Equal(502, (await Assert.ThrowsAsync<OpenRouterException>(() => sending)).StatusCode);
    }

    [Fact]
    public async Task Idle_InABinaryAnswer_EndsTheReadAndNamesTheClock()
    {
        var body = new FedStream();
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, body, "audio/pcm")));
        using var transport = script.Transport(options => options.TimeProvider = _time);
        using var answer = await transport.SendForBytesAsync(new ApiRequest(HttpMethod.Get, "sound"), Token);
        var reading = answer.Content.ReadAsync(new byte[10], Token).AsTask();
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(CallClock.Idle, answer.Clock);
    }

    [Theory]
    [InlineData("")]
    [InlineData(": a\n\n")]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"\"}}]}\n\n")]
    public async Task FirstToken_ThatDoesNotCome_InterruptsAlthoughBytesCome(string piece)
    {
        var body = new FedStream();
        await using var stream = Stream(body, new CallTimeouts { FirstToken = TimeSpan.FromSeconds(30) });
        var collecting = stream.CollectAsync(Token);
        body.Feed(piece);
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(29));
        body.Feed(piece);
        await body.Starved();
        Assert.False(collecting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);
        Assert.Equal(CallClock.FirstToken, thrown.Clock);
    }

    [Theory]
    [InlineData("""{"content":"Hi"}""")]
    [InlineData("""{"reasoning":"Hm"}""")]
    public async Task FirstToken_ThatCame_StopsItsClock(string delta)
    {
        var body = new FedStream();
        await using var stream = Stream(body, new CallTimeouts { FirstToken = TimeSpan.FromSeconds(30), Idle = null });
        var collecting = stream.CollectAsync(Token);
        body.Feed(Wire.Choice(delta));
        await body.Starved();
        _time.Advance(TimeSpan.FromHours(1));
        body.Feed(Wire.Finish() + Wire.Done);
        body.End();

        Assert.Equal(AnswerOutcome.Completed, (await collecting).Outcome);
    }

    [Fact]
    public async Task Total_DuringTheBody_EndsAStreamThatLives()
    {
        var body = new FedStream();
        await using var stream = Stream(body, new CallTimeouts { Total = TimeSpan.FromSeconds(100) });
        var collecting = stream.CollectAsync(Token);
        for (var count = 0; count < 10; count++)
        {
            body.Feed(Wire.Text("x"));
            await body.Starved();
            Assert.False(collecting.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);

        Assert.Equal((CallClock.Total, false, 10), (thrown.Clock, thrown.IsTransient, thrown.Partial!.Text.Length));
    }

    [Fact]
    public async Task Total_WithEventsInTheBuffer_IsSeenAtTheNext()
    {
        var body = new FedStream();
        await using var stream = Stream(body, new CallTimeouts { Total = TimeSpan.FromSeconds(10) });
        await using var chunks = stream.GetAsyncEnumerator(Token);
        body.Feed(Wire.Text("one") + Wire.Text("two"));
        Assert.True(await chunks.MoveNextAsync());
        _time.Advance(TimeSpan.FromSeconds(10));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(async () => await chunks.MoveNextAsync());
        Assert.Equal((CallClock.Total, "one"), (thrown.Clock, thrown.Partial!.Text));
    }

    [Fact]
    public async Task Total_IncludesTheWaitsOfRetries()
    {
        var script = Script.Answers(HttpStatusCode.ServiceUnavailable, "{}", "application/json", ("Retry-After", "20"));
        await using var stream = script.Chat(options =>
        {
            options.TimeProvider = _time;
            options.Retries = new RetryOptions();
            options.Timeouts = new CallTimeouts { Total = TimeSpan.FromSeconds(15) };
        });

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal((503, 1), (thrown.StatusCode, script.Requests.Count));
    }

    [Fact]
    public async Task Total_GoesOnOverAttempts()
    {
        var script = new HangingScript();
        await using var stream = script.Handler.Chat(options =>
        {
            options.TimeProvider = _time;
            options.Retries = new RetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };
            options.Timeouts = new CallTimeouts { Total = TimeSpan.FromSeconds(15), Headers = TimeSpan.FromSeconds(10) };
        });
        var collecting = stream.CollectAsync(Token);
        await script.Arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(10));
        await script.ArrivedAgain.Task;
        _time.Advance(TimeSpan.FromSeconds(5));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);
        Assert.Equal(CallClock.Total, thrown.Clock);
        Assert.Equal([CallClock.Headers, CallClock.Total], thrown.Attempts.Select(static attempt => attempt.Clock));
    }

    [Fact]
    public async Task Clock_BeforeTheFirstContent_IsRetried()
    {
        var body = new FedStream();
        var count = 0;
        var script = new Script((_, _) => Task.FromResult(Script.Response(
            HttpStatusCode.OK, ++count == 1 ? body : new MemoryStream(Encoding.UTF8.GetBytes(Wire.Text("Hi") + Wire.Finish())), "text/event-stream")));
        await using var stream = script.Chat(options => (options.TimeProvider, options.Retries) = (_time, new RetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero }));
        var collecting = stream.CollectAsync(Token);
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));

        var answer = await collecting;

        Assert.Equal("Hi", answer.Text);
        Assert.Equal([CallClock.Idle, null], answer.Attempts.Select(static attempt => attempt.Clock));
    }

    [Fact]
    public async Task Cancel_BeforeAClock_IsACancellation()
    {
        using var source = new CancellationTokenSource();
        var body = new FedStream();
        await using var stream = Script.Streams(body).Transport(options => options.TimeProvider = _time).StreamChat<TestChunk>(Script.ChatRequest(), source.Token);
        var collecting = stream.CollectAsync(Token);
        await body.Starved();
        await source.CancelAsync();
        _time.Advance(TimeSpan.FromHours(1));

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Clock_BeforeACancellation_IsAClock()
    {
        using var source = new CancellationTokenSource();
        var body = new FedStream();
        await using var stream = Script.Streams(body).Transport(options => options.TimeProvider = _time).StreamChat<TestChunk>(Script.ChatRequest(), source.Token);
        await using var chunks = stream.GetAsyncEnumerator(Token);
        body.Feed(Wire.Text("one") + Wire.Text("two"));
        Assert.True(await chunks.MoveNextAsync());
        Assert.True(await chunks.MoveNextAsync());
        var next = chunks.MoveNextAsync().AsTask();
        await body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));
        await source.CancelAsync();

        Assert.Equal(CallClock.Idle, (await Assert.ThrowsAsync<StreamInterruptedException>(() => next)).Clock);
    }

    [Theory]
    [InlineData(nameof(CallTimeouts.Connect))]
    [InlineData(nameof(CallTimeouts.Headers))]
    [InlineData(nameof(CallTimeouts.UnstreamedHeaders))]
    [InlineData(nameof(CallTimeouts.Idle))]
    [InlineData(nameof(CallTimeouts.FirstToken))]
    [InlineData(nameof(CallTimeouts.Total))]
    public void Setting_OutOfRange_IsRefusedByName(string name)
    {
        foreach (var time in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.MaxValue })
        {
            var timeouts = name switch
            {
                nameof(CallTimeouts.Connect) => new CallTimeouts { Connect = time },
                nameof(CallTimeouts.Headers) => new CallTimeouts { Headers = time },
                nameof(CallTimeouts.UnstreamedHeaders) => new CallTimeouts { UnstreamedHeaders = time },
                nameof(CallTimeouts.Idle) => new CallTimeouts { Idle = time },
                nameof(CallTimeouts.FirstToken) => new CallTimeouts { FirstToken = time },
                _ => new CallTimeouts { Total = time },
            };

            var thrown = Assert.Throws<ArgumentException>(() => Script.Streams(Wire.Done).Transport(options => options.Timeouts = timeouts));
            Assert.Contains(name, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Clocks_AllOff_LetACallWaitForEver()
    {
        var body = new FedStream();
        await using var stream = Stream(body, new CallTimeouts { Headers = null, UnstreamedHeaders = null, Idle = null, Connect = null });
        var collecting = stream.CollectAsync(Token);
        body.Feed(Wire.Text("Hi"));
        await body.Starved();
        Assert.Equal(0, _time.Waiting);
        body.Feed(Wire.Finish());
        body.End();

        Assert.Equal("Hi", (await collecting).Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clocks_AfterTheEnd_LeaveNoTimer(bool isBroken)
    {
        await using var stream = (isBroken ? Script.Streams(Wire.Text("Hi")) : Script.Streams(Wire.Text("Hi") + Wire.Finish()))
            .Chat(options => (options.TimeProvider, options.Timeouts) = (_time, new CallTimeouts { FirstToken = TimeSpan.FromMinutes(1), Total = TimeSpan.FromMinutes(5) }));

        var thrown = await Record.ExceptionAsync(() => stream.CollectAsync(Token));

        Assert.Equal(isBroken, thrown is StreamInterruptedException);
        Assert.Equal(0, _time.Waiting);
    }

    private ChatStream<TestChunk> Stream(Stream body, CallTimeouts? timeouts = null)
        => Script.Streams(body).Chat(options => (options.TimeProvider, options.Timeouts) = (_time, timeouts ?? new CallTimeouts()));

    private (Task<ChatAnswer> Collecting, ChatStream<TestChunk> Stream, HangingScript Script) Hang(CallTimeouts timeouts)
    {
        var script = new HangingScript();
        var stream = script.Handler.Chat(options => (options.TimeProvider, options.Timeouts) = (_time, timeouts));
        return (stream.CollectAsync(Token), stream, script);
    }

    /// <summary>A service that never answers.</summary>
    private sealed class HangingScript
    {
        public HangingScript() => Handler = new Script(async (_, token) =>
        {
            if (!Arrived.TrySetResult())
            {
                ArrivedAgain.TrySetResult();
            }

            var never = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = token.Register(() => never.TrySetCanceled(token));
            return await never.Task;
        });

        public Script Handler { get; }

        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource ArrivedAgain { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
