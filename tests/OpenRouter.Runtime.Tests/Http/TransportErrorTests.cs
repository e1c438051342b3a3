using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

public sealed class TransportErrorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(402, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(413, false)]
    [InlineData(422, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(520, true)]
    [InlineData(524, true)]
    [InlineData(529, true)]
    [InlineData(302, false)]
    public async Task Status_NoSuccess_IsAnExceptionThatKnowsWhetherToTryAgain(int status, bool isTransient)
    {
        var thrown = await FailAsync(Script.Answers((HttpStatusCode)status, """{"error":{"code":0,"message":"it says why"}}"""));

        Assert.Equal(status, thrown.StatusCode);
        Assert.Equal(isTransient, thrown.IsTransient);
        Assert.Contains("it says why", thrown.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"invalid_prompt","message":"m"},"metadata":null}""", "invalid_prompt", null)]
    [InlineData("""{"type":"error","error":{"type":"rate_limit_error","message":"m","error_type":"rate_limit_exceeded"},"request_id":"gen-1"}""", "rate_limit_error", "rate_limit_exceeded")]
    [InlineData("""{"error":{"code":null,"message":"m","metadata":null}}""", null, null)]
    [InlineData("""{"error":"m"}""", null, null)]
    [InlineData("""{"error":{"message":"m","code":7,"metadata":{"error_type":"brand_new"}}}""", "7", "brand_new")]
    public async Task Error_EveryShape_IsRead(string body, string? code, string? type)
    {
        var thrown = await FailAsync(Script.Answers(HttpStatusCode.BadRequest, body));

        Assert.Equal(code, thrown.Code);
        Assert.Equal(type, thrown.ErrorType?.Value);
        Assert.Contains("400: m", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"upstream words\"")]
    [InlineData("{\"error\":{\"message\":\"upstream words\"}}")]
    [InlineData("\"{\\\"error\\\":{\\\"message\\\":\\\"upstream words\\\"}}\"")]
    public async Task Error_RawOfTheProvider_IsSaid(string raw)
    {
        var body = """{"error":{"code":502,"message":"Provider returned error","metadata":{"provider_name":"Acme","raw":RAW}}}""".Replace("RAW", raw, StringComparison.Ordinal);

        var thrown = await FailAsync(Script.Answers(HttpStatusCode.BadGateway, body));

        Assert.Contains("Provider returned error: upstream words", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("Acme", thrown.ProviderName);
    }

    [Fact]
    public async Task Error_Headers_GiveIdAndProvider()
    {
        var script = Script.Answers(HttpStatusCode.BadGateway, "{}", "application/json", ("X-Generation-Id", "gen-7"), ("X-Provider-Name", "Acme"));

        var thrown = await FailAsync(script);

        Assert.Equal(("gen-7", "Acme"), (thrown.GenerationId, thrown.ProviderName));
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("", "text/plain")]
    [InlineData("{\"error\":", "application/json")]
    [InlineData("\u0000\u0001", "application/json")]
    public async Task Error_NoJson_SaysWhatCame(string body, string contentType)
    {
        var thrown = await FailAsync(Script.Answers(HttpStatusCode.BadGateway, body, contentType));

        Assert.Equal(502, thrown.StatusCode);
        Assert.Contains(contentType, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(thrown.Message, char.IsControl);
    }

    [Fact]
    public async Task Error_HugeBody_IsReadToTheLimitAndKeptTo8KiB()
    {
        var body = new PieceStream(Enumerable.Repeat(Wire.Bytes(new string('x', 10_000)), 1000));
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.BadGateway, body, "text/plain")));

        var thrown = await FailAsync(script);

        Assert.InRange(thrown.ResponseBody!.Length, 8000, 8193);
        Assert.InRange(thrown.Message.Length, 1, 1000);
        Assert.InRange(body.Reads, 1, 20);
    }

    [Fact]
    public async Task Error_BodyThatBreaksOff_KeepsTheStatus()
    {
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.ServiceUnavailable, new PieceStream([], new IOException("lost")), "application/json")));

        Assert.Equal(503, (await FailAsync(script)).StatusCode);
    }

    [Theory]
    [InlineData("Retry-After", "5", 5000.0)]
    [InlineData("Retry-After", "1.5", 1500.0)]
    [InlineData("Retry-After", " 2 ", 2000.0)]
    [InlineData("Retry-After", "0", 0.0)]
    [InlineData("retry-after-ms", "250", 250.0)]
    [InlineData("Retry-After", "Sat, 22 Aug 2026 10:00:30 GMT", 30000.0)]
    [InlineData("Retry-After", "Saturday, 22-Aug-26 10:00:30 GMT", 30000.0)]
    [InlineData("Retry-After", "Sat Aug 22 10:00:30 2026", 30000.0)]
    [InlineData("Retry-After", "Sat, 22 Aug 2026 09:00:00 GMT", 0.0)]
    [InlineData("Retry-After", "277403", 277403000.0)]
    [InlineData("Retry-After", "1e300", null)]
    [InlineData("Retry-After", "99999999999999", 2592000000.0)]
    [InlineData("Retry-After", "-5", null)]
    [InlineData("Retry-After", "NaN", null)]
    [InlineData("Retry-After", "Infinity", null)]
    [InlineData("Retry-After", "soon", null)]
    [InlineData("Retry-After", "", null)]
    public async Task RetryAfter_EveryForm_IsReadInEveryCulture(string name, string value, double? milliseconds)
    {
        var previous = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "", "de-DE", "tr-TR", "ar-SA" })
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(culture);
                var thrown = await FailAsync(Script.Answers(HttpStatusCode.TooManyRequests, "{}", "application/json", (name, value)));
                Assert.Equal(milliseconds, thrown.RetryAfter?.TotalMilliseconds);
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = previous;
        }
    }

    [Theory]
    [InlineData("""{"error":{"metadata":{"retry_after_seconds":2.5}}}""", 2.5)]
    [InlineData("""{"error":{"availability":{"retry_after":9,"retryable":true}}}""", 9.0)]
    [InlineData("""{"error":{"metadata":{"headers":{"X-RateLimit-Reset":"1787392860000"}}}}""", 60.0)]
    [InlineData("""{"error":{"metadata":{"headers":{"X-RateLimit-Reset":"x"}}}}""", null)]
    public async Task RetryAfter_InTheBody_IsRead(string body, double? seconds)
        => Assert.Equal(seconds, (await FailAsync(Script.Answers(HttpStatusCode.TooManyRequests, body))).RetryAfter?.TotalSeconds);

    [Theory]
    [InlineData(429, false)]
    [InlineData(404, true)]
    public async Task Availability_Retryable_OverridesTheStatus(int status, bool retryable)
    {
        var body = """{"error":{"message":"m","availability":{"code":"c","retryable":RETRYABLE}}}""".Replace("RETRYABLE", retryable ? "true" : "false", StringComparison.Ordinal);

        Assert.Equal(retryable, (await FailAsync(Script.Answers((HttpStatusCode)status, body))).IsTransient);
    }

    [Fact]
    public async Task Unauthorized_WithoutAKey_SaysThatNoneWasSent()
    {
        using var transport = Script.Answers(HttpStatusCode.Unauthorized, "{}").Transport(options => options.ApiKey = null);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.Contains("OpenRouterClientOptions.ApiKey", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":502,"message":"m"}}""", true)]
    [InlineData("""{"id":"gen-1","model":"m","choices":[],"error":{"code":502,"message":"m"}}""", true)]
    [InlineData("""{"id":"gen-1","choices":[{"index":0}],"error":{"code":502,"message":"m"}}""", true)]
    [InlineData("""{"type":"error","error":{"type":"api_error","message":"m"}}""", true)]
    [InlineData("""{"id":"v1","status":"failed","polling_url":"x","error":"no luck"}""", false)]
    [InlineData("""{"id":"r1","status":"failed","output":[{"x":1}],"error":{"code":"server_error","message":"m"}}""", false)]
    [InlineData("""{"error":null,"data":[]}""", false)]
    [InlineData("""{"data":{"error":"x"}}""", false)]
    public async Task Success_WithAnError_IsOneWhenThereIsNoAnswerBesideIt(string body, bool isError)
    {
        var script = Script.Answers(HttpStatusCode.OK, "\n         \n\n         \n" + body);

        var thrown = await Record.ExceptionAsync(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.Equal(isError, thrown is OpenRouterException);
        Assert.True(isError || thrown is null);
    }

    [Fact]
    public async Task Success_AfterKeepAliveBlanks_IsRead()
    {
        var answer = await Script.Answers(HttpStatusCode.OK, string.Concat(Enumerable.Repeat("\n         \n", 50)) + "{\"a\":1}").Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token);

        Assert.Equal("{\"a\":1}", answer.Element.GetRawText());
    }

    [Theory]
    [InlineData("<html>login</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("{\"a\":", "application/json")]
    [InlineData("null", "application/json")]
    public async Task Success_WithoutTheExpected_SaysWhatCame(string body, string contentType)
    {
        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => Script.Answers(HttpStatusCode.OK, body, contentType).Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.Contains(contentType, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("GET x", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_LargerThanAllowed_IsRefusedWhileReading()
    {
        var body = new PieceStream(Enumerable.Repeat(Wire.Bytes(new string(' ', 10_000)), 1000));
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, body, "application/json")));
        using var transport = script.Transport(options => options.Limits = new StreamLimits { MaxBodyBytes = 50_000 });

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.Contains("50000", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(body.Reads, 1, 20);
    }

    [Fact]
    public async Task Send_ArrayAndNoContent_AreRead()
    {
        var items = await Script.Answers(HttpStatusCode.OK, "[1,2]").Transport().SendAsync<IReadOnlyList<long>>(
            new ApiRequest(HttpMethod.Get, "x"), static (ref JsonReader reader) => JsonRead.List<long>(ref reader, JsonRead.Int64), Token);
        await Script.Answers(HttpStatusCode.NoContent, "").Transport().SendAsync(new ApiRequest(HttpMethod.Delete, "x"), Token);

        Assert.Equal([1L, 2L], items);
    }

    [Fact]
    public async Task SendForBytes_GivesStreamTypeAndId()
    {
        var body = new PieceStream(["hi"u8.ToArray()]);
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, body, "audio/pcm", ("X-Generation-Id", "gen-1"))));

        await using (var response = await script.Transport().SendForBytesAsync(new ApiRequest(HttpMethod.Get, "x"), Token))
        {
            var buffer = new byte[8];
            Assert.Equal(2, await response.Content.ReadAsync(buffer, Token));
            Assert.Equal(("audio/pcm", "gen-1"), (response.ContentType, response.GenerationId));
        }

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Send_Cancelled_HasTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var body = new PieceStream([], hangs: true);
        var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, body, "application/json")));
        var sending = script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), source.Token);
        await body.Hanging.Task;
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Send_TimeoutOfTheCallersClient_IsNoCancellation()
    {
        var script = new Script((_, _) => throw new TaskCanceledException("timed out", new TimeoutException()));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.True(thrown.IsTransient);
        Assert.Contains("Timeout", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NetworkFailure_IsTransient()
    {
        var script = new Script((_, _) => throw new HttpRequestException("no route"));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        Assert.True(thrown.IsTransient);
        Assert.Null(thrown.StatusCode);
    }

    [Fact]
    public void Transport_HandlerAndClient_AreOneTooMany()
    {
        using var client = new HttpClient();

        Assert.Throws<ArgumentException>(() => Script.Streams("").Transport(options => options.HttpClient = client));
    }

    [Fact]
    public async Task Transport_Disposed_LeavesTheCallersHandlerAlone()
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        script.Transport().Dispose();

        await script.Transport().SendAsync(new ApiRequest(HttpMethod.Get, "x"), Token);
    }

    private static Task<OpenRouterException> FailAsync(Script script)
        => Assert.ThrowsAsync<OpenRouterException>(() => script.Transport(options => options.TimeProvider = new FixedTime()).SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));
}
