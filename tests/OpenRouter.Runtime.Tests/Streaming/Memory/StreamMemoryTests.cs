using System.Net;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming.Memory;

/// <summary>The memory that a stream is received in goes back to its pool exactly once, however the stream ends and whoever ends it.</summary>
public sealed class StreamMemoryTests
{
    private const int MaxEvent = 20_000;

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["completed"] = Wire.Text("Hello") + Wire.Text(" you") + Wire.Finish() + Wire.Usage() + Wire.Done,
        ["with more behind its end mark"] = Wire.Text("Hello") + Wire.Text(" you") + Wire.Finish() + Wire.Done + ": more\n\n" + Wire.Text("x"),
        ["without its end mark"] = Wire.Text("Hello") + Wire.Text(" you") + Wire.Finish(),
        ["with large events"] = Wire.Text("Hello") + Wire.Text(new string('x', 5000)) + Wire.Text("y") + Wire.Text(new string('x', 15_000)) + Wire.Finish() + Wire.Done,
        ["cut between events"] = Wire.Text("Hello") + Wire.Text(" you"),
        ["cut in an event"] = Wire.Text("Hello") + Wire.Text(" you") + Wire.Text("again")[..30],
        ["with an error"] = Wire.Text("Hello") + Wire.Event("""{"error":{"code":502,"message":"boom"}}""") + Wire.Done,
        ["with an event that is no JSON"] = Wire.Text("Hello") + Wire.Event("{\"choices\":[{]"),
        ["with an event that is too large"] = Wire.Text("Hello") + Wire.Text(new string('x', MaxEvent)) + Wire.Finish() + Wire.Done,
        ["with an answer that is too large"] = Wire.Text("Hello") + string.Concat(Enumerable.Repeat(Wire.Text(new string('x', 9000)), 8)) + Wire.Finish() + Wire.Done,
        ["of comments"] = ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n",
        ["empty"] = "",
        ["of HTML"] = "<html><body>Bad gateway</body></html>",
    };

    private readonly CountingPool _pool = new();

    public static IEnumerable<TheoryDataRow<string, string>> Cases => Bodies.Keys.SelectMany(static body => ReadingWay.Names.Select(way => new TheoryDataRow<string, string>(body, way.Data)));

    public static IEnumerable<TheoryDataRow<string, bool>> Leavings => ReadingWay.Names.SelectMany(static way => new TheoryDataRow<string, bool>[] { new(way.Data, true), new(way.Data, false) });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Stream_OfAnyEnd_ReadInAnyWay_GivesItsMemoryBackOnce(string body, string way)
    {
        foreach (var pieces in new[] { [Wire.Bytes(Bodies[body])], Wire.Bytes(Bodies[body]).Chunk(700).ToArray() })
        {
            await ReadingWay.ReadAsync(way, Script.Streams(new PieceStream(pieces)).Chat(Configure), Token);

            AssertBack(way == "never read" ? 0 : 1);
        }
    }

    [Theory]
    [MemberData(nameof(ReadingWay.Names), MemberType = typeof(ReadingWay))]
    public async Task Connection_ThatBreaks_EndsTheRent(string way)
    {
        await ReadingWay.ReadAsync(way, Script.Streams(new PieceStream([Wire.Bytes(Wire.Text("Hello")), Wire.Bytes(Wire.Text(" you"))], new IOException("reset"))).Chat(Configure), Token);

        AssertBack(way == "never read" ? 0 : 1);
    }

    [Theory]
    [InlineData(200, "application/json", """{"id":"gen-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}]}""")]
    [InlineData(200, "application/json", """{"error":{"code":502,"message":"boom"}}""")]
    [InlineData(200, "text/html", "<html>")]
    [InlineData(500, "text/html", "<html>")]
    [InlineData(429, "application/json", """{"error":{"code":429,"message":"slow down"}}""")]
    public async Task Answer_ThatIsNoStream_EndsTheRent(int status, string type, string body)
    {
        foreach (var way in ReadingWay.Names)
        {
            await ReadingWay.ReadAsync(way.Data, Script.Answers((HttpStatusCode)status, body, type).Chat(Configure), Token);
        }

        AssertBack(ReadingWay.Names.Count - 1);
    }

    [Theory]
    [MemberData(nameof(Leavings))]
    public async Task Caller_WhoEndsAReadThatWaits_EndsTheRent(string way, bool cancels)
    {
        using var stop = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Wire.Text("Hello"))], hangs: true);
        var stream = Script.Streams(body).Transport(Configure).StreamChat<TestChunk>(Script.ChatRequest(), stop.Token);
        var reading = ReadingWay.ReadAsync(way, stream, CancellationToken.None);
        if (await Task.WhenAny(reading, body.Hanging.Task) != reading)
        {
            Assert.Equal(1, _pool.Out);
            await Task.Run(() => cancels ? stop.CancelAsync() : stream.DisposeAsync().AsTask(), Token);
        }

        await reading;
        await _pool.WhenEmptyAsync();

        AssertBack(way == "never read" ? 0 : 1);
    }

    /// <summary>The read that cannot be stopped goes on writing; until it has ended, the memory must not be anyone else's.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_ThatCannotBeStopped_KeepsTheMemoryUntilItHasEnded(bool cancels)
    {
        using var stop = new CancellationTokenSource();
        var body = new StubbornStream(Wire.Bytes(Wire.Text("Hello")), Wire.Bytes(Wire.Text(" you")), _pool);
        _pool.MinimumSize = 4096;
        var stream = Script.Streams(body).Transport(Configure).StreamChat<TestChunk>(Script.ChatRequest(), stop.Token);
        var collecting = stream.CollectAsync(CancellationToken.None);
        await body.Waiting.Task;
        await Task.Run(() => cancels ? stop.CancelAsync() : stream.DisposeAsync().AsTask(), Token);
        body.Go();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collecting);
        await stream.DisposeAsync();

        Assert.True(body.WasOwned);
        AssertBack(1);
    }

    [Fact]
    public async Task Attempts_ThatFail_EndTheirRents()
    {
        var service = Attempts.Of(Attempts.Breaks(""), Attempts.Json(503, "{}"), Attempts.Stream(Bodies["completed"]));

        var thrown = await ReadingWay.ReadAsync("collected", service.Script.Transport(options =>
        {
            service.With()(options);
            options.Pool = _pool;
        }).StreamChat<TestChunk>(Script.ChatRequest(), Token), Token);

        Assert.Null(thrown);
        Assert.Equal(3, service.Count);
        AssertBack(3);
    }

    [Theory]
    [InlineData("data: {\"type\":\"a\"}\n\ndata: {\"type\":\"b\"}\n\ndata: [DONE]\n\n", false)]
    [InlineData("data: {\"type\":\"a\"}\n\ndata: {\"type\":\"b\"}\n\ndata: [DONE]\n\n", true)]
    [InlineData("data: {\"type\":\"a\"}\n\ndata: {\"type\":\"b\"}\n\n", false)]
    [InlineData("data: {\"type\":\"a\"}\n\ndata: {\"error\":{\"message\":\"boom\"}}\n\n", false)]
    [InlineData("data: {\"type\":\"a\"}\n\ndata: {\"type\"\n\n", false)]
    [InlineData("", false)]
    public async Task Events_OfAnyEnd_GiveTheirMemoryBackOnce(string body, bool leaves)
    {
        await using var stream = Script.Streams(body).Transport(Configure).StreamEvents<EventItem>(new ApiRequest(HttpMethod.Post, "responses"), Token);

        await Record.ExceptionAsync(async () =>
        {
            await foreach (var item in stream)
            {
                if (leaves)
                {
                    break;
                }
            }
        });
        await stream.DisposeAsync();

        AssertBack(1);
    }

    [Fact]
    public async Task Body_WithTooManyBytes_EndsTheRent()
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Bodies["with large events"]));
        using (var reader = new SseReader(body, new SseLimits { MaxTotalBytes = 8000 }, _pool))
        {
            await Assert.ThrowsAsync<SseLimitException>(async () =>
            {
                while (await reader.ReadAsync(Token) != SseSignal.End)
                {
                }
            });
        }

        AssertBack(1);
    }

    private void Configure(OpenRouterClientOptions options)
    {
        options.Pool = _pool;
        options.Limits = new StreamLimits { MaxEventBytes = MaxEvent, MaxAnswerChars = 30_000 };
    }

    /// <summary>Nothing is out, nothing came twice, and something was rented at all.</summary>
    private void AssertBack(int rents)
    {
        Assert.Equal((0, 0), (_pool.Out, _pool.Refused));
        Assert.InRange(_pool.Count, rents, int.MaxValue);
    }
}
