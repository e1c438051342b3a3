using System.Net;
using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

public sealed class RedactionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forms => [.. KeyDisguise.All.Keys];

    public static TheoryData<string, string> FormsAndPlaces => new(KeyDisguise.All.Keys.SelectMany(static form => Places.Keys, static (form, place) => (form, place)));

    private static Dictionary<string, Func<string, Script>> Places { get; } = new()
    {
        ["message"] = static key => Script.Answers(HttpStatusCode.Unauthorized, $$$"""{"error":{"code":401,"message":"bad key {{{key}}}, sorry"}}"""),
        ["code"] = static key => Script.Answers(HttpStatusCode.BadRequest, $$$"""{"error":{"code":"c-{{{key}}}","message":"m"}}"""),
        ["raw"] = static key => Script.Answers(HttpStatusCode.BadGateway, $$$"""{"error":{"message":"Provider returned error","metadata":{"raw":{{{JsonSerializer.Serialize($$$"""{"error":{"message":"upstream got {{{key}}} from you"}}""")}}},"provider_name":"{{{key}}}"} } }"""),
        ["html"] = static key => Script.Answers(HttpStatusCode.BadGateway, $"<html><pre>Authorization: Bearer {key}</pre></html>", "text/html"),
        ["under 200"] = static key => Script.Answers(HttpStatusCode.OK, $$$"""{"error":{"code":401,"message":"{{{key}}}","metadata":{"deep":[{"{{{key}}}":"{{{key}}}"}]} } }"""),
        ["no JSON under 200"] = static key => Script.Answers(HttpStatusCode.OK, $"you sent {key}", "text/plain"),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Text_WithAKey_LosesTheKeyAndNothingElse(string form)
    {
        var clean = new Redactor(Script.Key).Clean($"before {KeyDisguise.Of(form)} after");

        KeyDisguise.AssertAbsent(clean);
        Assert.Equal("before *** after", clean.Replace("Bearer ", "", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FormsAndPlaces))]
    public async Task Exception_ForAnAnswerThatEchoesTheKey_HoldsItNowhere(string form, string place)
    {
        var script = Places[place](KeyDisguise.Of(form));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        ExceptionScan.AssertClean(thrown);
        Assert.Contains("***", ExceptionScan.Text(thrown), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Exception_OfAStreamThatEchoesTheKey_HoldsItNowhere(string form)
    {
        var key = KeyDisguise.Of(form);
        foreach (var body in new[]
        {
            Wire.Event($$$"""{"error":{"code":502,"message":"{{{key}}}"}}"""),
            Wire.Event($$$"""{"choices":[{"index":0,"delta":{},"error":{"message":"{{{key}}}"},"finish_reason":"error"}]}"""),
            $"event: error\ndata: {{\"message\":\"{key}\"}}\n\n",
            Wire.Event($$$"""{"broken": {{{key}}} """),
        })
        {
            ExceptionScan.AssertClean(await Assert.ThrowsAsync<OpenRouterException>(() => Script.Streams(body).Chat().CollectAsync(Token)));
        }
    }

    [Theory]
    [InlineData("X-Generation-Id")]
    [InlineData("X-Provider-Name")]
    public async Task Exception_ForAHeaderThatEchoesTheKey_HoldsItNowhere(string header)
    {
        foreach (var script in new[]
        {
            Script.Answers(HttpStatusCode.BadGateway, "{}", "application/json", (header, $"Bearer {Script.Key}")),
            Script.Answers(HttpStatusCode.OK, "<p>", "text/html", (header, $"Bearer {Script.Key}")),
            Script.Answers(HttpStatusCode.OK, """{"error":"m"}""", "application/json", (header, $"Bearer {Script.Key}")),
        })
        {
            ExceptionScan.AssertClean(await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token)));
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Exception_ForAContentTypeThatEchoesTheKey_HoldsItNowhere(HttpStatusCode status)
    {
        var script = Script.Answers(status, "<p>", $"text/html; x={Script.Key}");

        ExceptionScan.AssertClean(await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token)));
        ExceptionScan.AssertClean(await Assert.ThrowsAsync<OpenRouterException>(() => script.Chat().CollectAsync(Token)));
    }

    [Fact]
    public async Task Exception_OfAHandlerThatQuotesTheRequest_HoldsTheKeyNowhere()
    {
        var script = new Script(static (request, _) => throw new HttpRequestException($"failed: {request.Headers}", new IOException(request.Headers.Authorization!.ToString())));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

        ExceptionScan.AssertClean(thrown);
        Assert.NotNull(thrown.InnerException?.InnerException);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    public async Task Exception_ForABodyOfAnotherEncoding_HoldsTheKeyNowhere(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        foreach (var mark in new[] { encoding.GetPreamble(), [] })
        {
            byte[] body = [.. mark, .. encoding.GetBytes($$$"""{"error":{"message":"grüß {{{Script.Key}}}"}}""")];
            var script = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.BadGateway, new MemoryStream(body), $"application/json; charset={charset}")));

            var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token));

            ExceptionScan.AssertClean(thrown);
            Assert.Contains("502: grüß ***", thrown.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(20)]
    public void Key_CutAtTheEndOfTheText_IsTakenOut(int length)
        => Assert.Equal("it was ***", new Redactor("hush-0123456789-0123456789").Clean("it was " + "hush-0123456789-0123456789"[..length]));

    [Theory]
    [InlineData("ollama", "the ollama server of ollamas", "the *** server of ollamas")]
    [InlineData("e", "the end e", "the end ***")]
    [InlineData("n0123456789", """{"m":"\n0123456789 \\n0123456789"}""", """{"m":"*** \\***"}""")]
    [InlineData("a/b\"c\\d-0123", """{"m":"a\/b\"c\\d-0123"}""", """{"m":"***"}""")]
    [InlineData("100%25-abcdef", "at 100%25-abcdef", "at ***")]
    [InlineData("sk-or-v1-abcdefgh", "sk-or-v1-abcdefgh-and-more.", "***.")]
    public void Key_OfOddForm_IsTakenOutAndLeavesTheRest(string key, string text, string expected)
        => Assert.Equal(expected, new Redactor(key).Clean(text));

    [Theory]
    [InlineData("")]
    [InlineData("nothing here: \\ \\\\ %2 %zz &# &#; &#x; &#99999999; \\u12 %25 risk desk sk-")]
    [InlineData("sk-o")]
    public void Text_WithoutAKey_IsTheSameString(string text)
    {
        Assert.Same(text, new Redactor(Script.Key).Clean(text));
        Assert.Same(text, new Redactor(null).Clean(text));
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("%25")]
    [InlineData("&#x73;")]
    [InlineData("sk-or-v1-0123456789abcde")]
    [InlineData("s")]
    public void Text_MadeToBeSlow_IsReadInTime(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var before = System.Diagnostics.Stopwatch.GetTimestamp();

        KeyDisguise.AssertAbsent(new Redactor(Script.Key).Clean(text));

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalSeconds, 0, 2);
    }
}
