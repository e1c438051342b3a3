using System.Net;
using System.Net.Http.Headers;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>An answer that another HTTP client received fails with the exception of our own client.</summary>
public sealed class ReceivedFailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, """{"error":{"code":400,"message":"why"}}""", "application/json")]
    [InlineData(401, """{"error":{"code":401,"message":"No auth"}}""", "application/json")]
    [InlineData(402, """{"error":{"code":402,"message":"credits","metadata":{"error_type":"payment_required"}}}""", "application/json")]
    [InlineData(404, """{"error":{"message":"why","availability":{"code":"none","retryable":true,"retry_after":3}}}""", "application/json")]
    [InlineData(429, """{"error":{"code":429,"message":"Provider returned error","metadata":{"provider_name":"Acme","raw":"{\"error\":{\"message\":\"slow down\"}}"}}}""", "application/json")]
    [InlineData(500, """{"error":"why"}""", "application/json")]
    [InlineData(502, "<html><title>502 Bad Gateway</title></html>", "text/html")]
    [InlineData(503, "", "application/json")]
    [InlineData(529, "{\"error\":{\"message\":\"wh", "application/json")]
    [InlineData(302, "", "text/plain")]
    public async Task Failure_OfAnyShape_IsThatOfOurOwnClient(int status, string body, string type)
    {
        (string, string)[] headers = [("X-Generation-Id", "gen-5"), ("X-Provider-Name", "Acme"), ("Retry-After", "17")];
        var own = await Assert.ThrowsAsync<OpenRouterException>(() => Script.Answers((HttpStatusCode)status, body, type, headers).Chat().CollectAsync(Token));

        var failure = await Received(status, body, type, headers).ReadFailureAsync(cancellationToken: Token);

        Assert.NotNull(failure);
        Assert.Equal(own.Message, failure.Message);
        Assert.Equal(
            (own.StatusCode, own.ErrorType, own.Code, own.ProviderName, own.GenerationId, own.RetryAfter, own.IsTransient, own.ResponseBody),
            (failure.StatusCode, failure.ErrorType, failure.Code, failure.ProviderName, failure.GenerationId, failure.RetryAfter, failure.IsTransient, failure.ResponseBody));
        Assert.Equal(own.Error?.GetRawText(), failure.Error?.GetRawText());
        Assert.Equal((status, AnswerOutcome.Failed), (Assert.Single(failure.Attempts).StatusCode, failure.Attempts[0].Outcome));
    }

    [Fact]
    public async Task RetryAfter_OfTheHeader_IsTold()
    {
        var failure = await Received(429, """{"error":{"message":"Slow down"}}""", "application/json", ("Retry-After", "17")).ReadFailureAsync(cancellationToken: Token);

        Assert.Equal(TimeSpan.FromSeconds(17), failure?.RetryAfter);
        Assert.Contains("17 seconds", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Success_IsNotTouched()
    {
        var body = new PieceStream([Wire.Bytes("{}")]);
        using var response = Script.Response(HttpStatusCode.OK, body, "application/json");

        Assert.Null(await response.ReadFailureAsync(cancellationToken: Token));
        Assert.Equal((0, false), (body.Reads, body.IsDisposed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Key_ThatIsEchoed_IsTakenOut(bool isOfTheRequest)
    {
        // Short and of another service: nothing but the request or the options can tell that it is a key.
        const string Key = "local-proxy-key-77";
        var response = Received(401, $$$"""{"error":{"message":"{{{Key}}} is wrong"}}""", "application/json");
        response.RequestMessage!.Headers.Authorization = isOfTheRequest ? new AuthenticationHeaderValue("Bearer", Key) : null;

        var failure = await response.ReadFailureAsync(new OpenRouterClientOptions { ApiKey = isOfTheRequest ? null : Key }, Token);

        Assert.DoesNotContain(Key, failure?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failure?.ResponseBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failure?.Error?.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("The API key was refused", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_ThatWasNotSent_IsSaidToBeMissing()
    {
        var response = Received(401, "{}", "application/json");
        response.RequestMessage!.Headers.Authorization = null;

        var failure = await response.ReadFailureAsync(cancellationToken: Token);

        Assert.Contains("without an API key", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_WithoutEnd_IsReadToTheLimitAndDisposedOf()
    {
        var body = new PieceStream(Enumerable.Repeat(new byte[1024], 10_000));
        var response = Script.Response(HttpStatusCode.BadGateway, body, "text/plain");

        var failure = await response.ReadFailureAsync(new OpenRouterClientOptions { Limits = new StreamLimits { MaxErrorBytes = 8 * 1024 } }, Token);

        Assert.Equal(502, failure?.StatusCode);
        Assert.InRange(body.Reads, 1, 10);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Body_ThatBreaks_LeavesTheStatus()
    {
        var failure = await Script.Response(HttpStatusCode.ServiceUnavailable, new PieceStream([], new IOException("lost")), "text/plain").ReadFailureAsync(cancellationToken: Token);

        Assert.Equal(503, failure?.StatusCode);
        Assert.True(failure?.IsTransient);
    }

    [Fact]
    public async Task Cancellation_OfTheCaller_IsNoFailureOfTheService()
    {
        using var source = new CancellationTokenSource();
        var body = new PieceStream([], hangs: true);
        var reading = Script.Response(HttpStatusCode.BadGateway, body, "text/plain").ReadFailureAsync(cancellationToken: source.Token);
        await body.Hanging.Task;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
        Assert.True(body.IsDisposed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/relative")]
    [InlineData("http://gateway.internal:8080/openrouter/v1/chat/completions?x=1#y")]
    [InlineData("http://user:secret@[::1]:81/a%20b//c")]
    public async Task Address_OfAnyForm_IsNoObstacle(string? address)
    {
        var response = Received(400, """{"error":{"message":"why"}}""", "application/json");
        response.RequestMessage = address is null ? null : new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.RelativeOrAbsolute));

        var failure = await response.ReadFailureAsync(cancellationToken: Token);

        Assert.Contains("(400: why)", failure?.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure?.ToString(), StringComparison.Ordinal);
    }

    private static HttpResponseMessage Received(int status, string body, string type, params (string Name, string Value)[] headers)
    {
        var response = Script.Response((HttpStatusCode)status, new MemoryStream(Wire.Bytes(body)), type, headers);
        response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, Script.Address + "/chat/completions");
        response.RequestMessage.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Script.Key);
        return response;
    }
}
