using System.Globalization;
using System.Net.Sockets;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Retries;

/// <summary>Which failures are repeated, for streams and for plain calls.</summary>
public sealed class RetryClassificationTests
{
    private const string Good = """{"id":"gen-1","choices":[]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Statuses()
    {
        var data = new TheoryData<int, bool>();
        Array.ForEach(RetryVectors.Repeated, status => data.Add(status, true));
        Array.ForEach(RetryVectors.Refused, status => data.Add(status, false));
        return data;
    }

    public static TheoryData<string, bool> NamesInAStream => new(RetryVectors.InAStream);

    public static TheoryData<string> Preambles => [.. RetryVectors.Preambles];

    public static TheoryData<string> Contents => [.. RetryVectors.Contents];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Stream_FailsWithAStatus_IsRepeatedIfItMayPass(int status, bool isRepeated)
    {
        var attempts = Attempts.Of(Attempts.Error(status), Attempts.Stream(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
        await using var stream = attempts.Script.Chat(attempts.With());

        await ExpectAsync(attempts, isRepeated, status, () => stream.CollectAsync(Token));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task PlainCall_FailsWithAStatus_IsRepeatedIfItMayPass(int status, bool isRepeated)
    {
        var attempts = Attempts.Of(Attempts.Error(status), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await ExpectAsync(attempts, isRepeated, status, () => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
    }

    [Theory]
    [MemberData(nameof(NamesInAStream))]
    public async Task Stream_WhoseFirstEventIsAnError_IsRepeatedIfItMayPass(string error, bool isRepeated)
    {
        var attempts = Attempts.Of(Attempts.Stream($"data: {{\"error\":{error}}}\n\n"), Attempts.Stream(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
        await using var stream = attempts.Script.Chat(attempts.With());

        await ExpectAsync(attempts, isRepeated, null, () => stream.CollectAsync(Token));
    }

    [Theory]
    [InlineData(503, false)]
    [InlineData(429, false)]
    [InlineData(404, true)]
    [InlineData(400, true)]
    public async Task Availability_OverridesTheStatus_BothWays(int status, bool retryable)
    {
        var body = """{"error":{"code":STATUS,"message":"m","availability":{"code":"x","retryable":RETRYABLE}}}""".Replace("STATUS", status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("RETRYABLE", retryable ? "true" : "false", StringComparison.Ordinal);
        var attempts = Attempts.Of(Attempts.Json(status, body), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await ExpectAsync(attempts, retryable, status, () => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("reset")]
    [InlineData("end of file")]
    [InlineData("name")]
    [InlineData("handler timeout")]
    public async Task Transport_Failure_IsRepeated(string kind)
    {
        Exception failure = kind switch
        {
            "refused" => new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)),
            "reset" => new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))),
            "end of file" => new HttpIOException(HttpRequestError.ResponseEnded),
            "name" => new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"),
            _ => new TaskCanceledException("gave up", new TimeoutException()),
        };
        var attempts = Attempts.Of(Attempts.Throws(failure), Attempts.Stream(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
        await using var stream = attempts.Script.Chat(attempts.With());

        Assert.Equal("Hi", (await stream.CollectAsync(Token)).Text);
        Assert.Equal(2, attempts.Count);
    }

    [Theory]
    [MemberData(nameof(Preambles))]
    public async Task Stream_BrokenBeforeTheFirstContent_IsRepeatedAndShowsNothingOfIt(string preamble)
    {
        foreach (var first in new[] { Attempts.Breaks(preamble), Attempts.Stream(preamble) })
        {
            var attempts = Attempts.Of(first, Attempts.Stream(Wire.Text("Hi") + Wire.Finish() + Wire.Done));
            await using var stream = attempts.Script.Chat(attempts.With());
            var texts = new List<string>();
            await foreach (var chunk in stream.WithCancellation(Token))
            {
                texts.Add(chunk.Text);
            }

            Assert.Equal(["Hi", ""], texts);
            Assert.Equal(2, attempts.Count);
            Assert.Equal([AnswerOutcome.Interrupted, AnswerOutcome.Completed], stream.Answer.Attempts.Select(attempt => attempt.Outcome));
        }
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Stream_BrokenAfterTheFirstContent_IsNeverRepeated(string delta)
    {
        foreach (var asReceived in new[] { false, true })
        {
            var attempts = Attempts.Of(Attempts.Breaks(Wire.Choice(delta)), Attempts.Stream(Wire.Text("again") + Wire.Finish() + Wire.Done));
            await using var stream = attempts.Script.Chat(attempts.With());
            var chunks = asReceived ? stream.AsReceived() : stream;

            await Assert.ThrowsAsync<StreamInterruptedException>(async () =>
            {
                await foreach (var chunk in chunks.WithCancellation(Token))
                {
                    Assert.NotNull(chunk);
                }
            });

            Assert.Equal(1, attempts.Count);
        }
    }

    [Fact]
    public async Task Stream_ManyChunksWithoutContent_AreHandedOutBeforeTheContentComes()
    {
        var empty = Wire.Choice("""{"content":""}""");
        var body = new PieceStream([Wire.Bytes(string.Concat(Enumerable.Repeat(empty, 40)))], hangs: true);
        await using var stream = Script.Streams(body).Chat();
        await using var chunks = stream.GetAsyncEnumerator(Token);

        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal("", chunks.Current.Text);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("not json", "application/json")]
    public async Task PlainCall_AnswerThatIsNoJson_IsNotRepeated(string body, string contentType)
    {
        var script = Script.Answers(System.Net.HttpStatusCode.OK, body, contentType);
        using var transport = script.Transport(options => options.Retries = new RetryOptions());

        await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token));

        Assert.Single(script.Requests);
    }

    [Theory]
    [InlineData(200, """{"error":{"code":503,"message":"none"}}""", true)]
    [InlineData(200, """{"error":{"code":400,"message":"none"}}""", false)]
    public async Task PlainCall_ErrorUnderStatus200_IsRepeatedIfItMayPass(int status, string body, bool isRepeated)
    {
        var attempts = Attempts.Of(Attempts.Json(status, "\n         \n" + body), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await ExpectAsync(attempts, isRepeated, null, () => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
    }

    [Fact]
    public async Task PlainCall_BodyThatBreaksOff_IsRepeated()
    {
        var attempts = Attempts.Of(Attempts.Breaks("{\"id\":"), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await ExpectAsync(attempts, true, null, () => transport.SendAsync<Raw>(Script.ChatRequest(), Token));
    }

    [Theory]
    [InlineData(408, true)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(529, true)]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(504, false)]
    [InlineData(524, false)]
    public async Task Creation_IsRepeatedOnlyWhereNothingWasDone(int status, bool isRepeated)
    {
        var attempts = Attempts.Of(Attempts.Error(status), Attempts.Json(201, Good));
        using var transport = attempts.Script.Transport(attempts.With());
        var request = new ApiRequest(HttpMethod.Post, "keys") { Creates = true };

        await ExpectAsync(attempts, isRepeated, status, () => transport.SendAsync<Raw>(request, Token));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    public async Task Creation_WithoutAConnection_IsRepeated(HttpRequestError error, bool isRepeated)
    {
        var attempts = Attempts.Of(Attempts.Throws(new HttpRequestException(error, "lost")), Attempts.Json(201, Good));
        using var transport = attempts.Script.Transport(attempts.With());
        var request = new ApiRequest(HttpMethod.Post, "keys") { Creates = true };

        await ExpectAsync(attempts, isRepeated, null, () => transport.SendAsync<Raw>(request, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Upload_IsRepeatedOnlyFromAStreamThatCanBeReadAgain(bool canSeek)
    {
        var bytes = Wire.Bytes("skip:content");
        Stream content = canSeek ? new MemoryStream(bytes) : new PieceStream([bytes]);
        if (canSeek)
        {
            content.Position = 5;
        }

        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());
        var request = new ApiRequest(HttpMethod.Post, "upload") { Binary = new BinaryBody(content, "text/plain") };

        await ExpectAsync(attempts, canSeek, 503, () => transport.SendAsync<Raw>(request, Token));
        Assert.Equal(canSeek ? ["content", "content"] : ["skip:content"], attempts.Script.Bodies);
    }

    [Fact]
    public async Task Form_WithFiles_IsSentAgainWhole()
    {
        var attempts = Attempts.Of(Attempts.Error(503), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());
        var form = new MultipartBody().AddText("purpose", "x").AddFile("file", new FilePart(new MemoryStream(Wire.Bytes("content")), "a.txt"));

        await transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Post, "files") { Multipart = form }, Token);

        Assert.Equal(2, attempts.Count);
        Assert.All(attempts.Script.Bodies, body => Assert.Contains("content", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lookup_NotFound_IsAskedAgainAfterHalfASecondDoubling()
    {
        var attempts = Attempts.Of(Attempts.Error(404), Attempts.Error(404), Attempts.Error(404), Attempts.Error(404), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "generation") { IsLookup = true }, Token);

        Assert.Equal([0.5, 1, 2, 4], attempts.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Lookup_NeverFound_EndsWithTheStatus()
    {
        var attempts = Attempts.Of(Attempts.Error(404));
        using var transport = attempts.Script.Transport(attempts.With());

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "generation") { IsLookup = true }, Token));

        Assert.Equal((404, 5, 5), (thrown.StatusCode, attempts.Count, thrown.Attempts.Count));
    }

    [Fact]
    public async Task Lookup_NotFoundAndFailing_CountsBothApart()
    {
        var attempts = Attempts.Of(Attempts.Error(404), Attempts.Error(503), Attempts.Error(404), Attempts.Error(500), Attempts.Json(200, Good));
        using var transport = attempts.Script.Transport(attempts.With());

        await transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "generation") { IsLookup = true }, Token);

        Assert.Equal(5, attempts.Count);
    }

    private static async Task ExpectAsync(Attempts attempts, bool isRepeated, int? status, Func<Task> call)
    {
        var thrown = await Record.ExceptionAsync(call);
        Assert.Equal(isRepeated ? 2 : 1, attempts.Count);
        if (isRepeated)
        {
            Assert.Null(thrown);
            return;
        }

        var failure = Assert.IsType<OpenRouterException>(thrown);
        Assert.Equal(status, status is null ? null : failure.StatusCode);
        Assert.Equal([1], failure.Attempts.Select(static attempt => attempt.Number));
    }
}
