using System.Net;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>Whatever stands in the body of an error, the exception has the status, a readable message and a bounded body.</summary>
public sealed class ErrorBodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"error":{"code":400,"message":"why"}}""", "why", "400")]
    [InlineData("""{"error":{"code":400,"message":"why"},"user_id":"user_2abcdefghijklmnopqrstuvwxyz"}""", "why", "400")]
    [InlineData("""{"user_id":"user_2abcdefghijklmnopqrstuvwxyz","error":{"code":"bad","message":"why"}}""", "why", "bad")]
    [InlineData("""{"error":{"code":null,"message":"why"}}""", "why", null)]
    [InlineData("""{"error":{"code":true,"message":"why"}}""", "why", null)]
    [InlineData("""{"error":{"code":{"a":1},"message":"why"}}""", "why", null)]
    [InlineData("""{"error":{"code":1e400,"message":"why"}}""", "why", "1e400")]
    [InlineData("""{"error":{"code":-1,"message":"why"}}""", "why", "-1")]
    [InlineData("""{"error":{"code":99999999999999999999,"message":"why"}}""", "why", "99999999999999999999")]
    [InlineData("""{"error":{"message":"why","type":"invalid_request_error","param":null}}""", "why", "invalid_request_error")]
    [InlineData("""{"error":{"message":"","code":400}}""", "no message", "400")]
    [InlineData("""{"error":{"message":null,"code":400}}""", "no message", "400")]
    [InlineData("""{"error":{"message":7,"code":400}}""", "7", "400")]
    [InlineData("""{"error":{"message":["a"],"code":400}}""", "no message", "400")]
    [InlineData("""{"error":{}}""", "no message", null)]
    [InlineData("""{"error":[]}""", "[]", null)]
    [InlineData("""{"error":["why",1]}""", "[\"why\",1]", null)]
    [InlineData("""{"error":"why"}""", "why", null)]
    [InlineData("""{"error":""}""", "no message", null)]
    [InlineData("""{"error":503}""", "503", null)]
    [InlineData("""{"error":true}""", "true", null)]
    [InlineData("""{"error":{"error":{"message":"why","code":7}}}""", "why", "7")]
    [InlineData("""{"error":"first","error":{"message":"why","code":7}}""", "why", "7")]
    [InlineData("""{"error":{"message":"first","message":"why"}}""", "why", null)]
    [InlineData("""{"error":{"message":"a\u0000b\r\nc\u001b[31m\u202ed"}}""", "a b c [31m d", null)]
    [InlineData("""{"error":{"message":"\ud800 alone"}}""", "\uFFFD alone", null)]
    [InlineData("""{"error":{"message":"why","code":"\udc00"}}""", "why", "\uFFFD")]
    [InlineData("""{"error":{"\ud800":1,"message":"why"}}""", "why", null)]
    [InlineData("""{"error":{"message":"why","metadata":"none"}}""", "why", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":""}}}""", "why", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":"{not JSON"}}}""", "why: {not JSON", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":"{\"error\":\"because\"}"}}}""", "why: because", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":"{\"error\":{\"message\":\"\\ud800\"}}"}}}""", "why: \uFFFD", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":{"message":"because"}}}}""", "why: because", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":[1]}}}""", "why", null)]
    [InlineData("""{"error":{"message":"why","metadata":{"raw":"because of user_2abcdefghijklmnopqrstuvwxyz"}}}""", "why: because of user_***", null)]
    [InlineData("\uFEFF{\"error\":{\"message\":\"why\"}}", "why", null)]
    [InlineData("\n         \n\n         \n{\"error\":{\"message\":\"why\"}}", "why", null)]
    [InlineData("""{"error":{"message":"why"}} trailing""", "why", null)]
    [InlineData("""{"error":{"message":"why"},"cut":""", "why", null)]
    public async Task Json_OfAnyShape_IsSaid(string body, string said, string? code)
    {
        var thrown = await FailAsync(Encoding.UTF8.GetBytes(body), "application/json");

        Assert.Contains($"(400: {said}).", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(code, thrown.Code);
        Assert.DoesNotContain("user_2abc", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "application/json", "nothing")]
    [InlineData("   ", "application/json", "")]
    [InlineData("{\"error\":{\"message\":\"wh", "application/json", "{\"error\":{\"message\":\"wh")]
    [InlineData("{", "application/json", "{")]
    [InlineData("null", "application/json", "null")]
    [InlineData("[{\"error\":1}]", "application/json", "[{\"error\":1}]")]
    [InlineData("\"why\"", "application/json", "\"why\"")]
    [InlineData("""{"detail":"Not Found","user_id":"user_2abcdefghijklmnopqrstuvwxyz"}""", "application/json", """{"detail":"Not Found","user_id":"user_***"}""")]
    [InlineData("<!DOCTYPE html>\n<html>\n <title>502 Bad Gateway</title>", "text/html; charset=utf-8", "<!DOCTYPE html> <html> <title>502 Bad Gateway</title>")]
    [InlineData("error code: 1015", "text/plain", "error code: 1015")]
    public async Task Body_WithoutAnError_IsQuotedWithItsType(string body, string type, string quoted)
    {
        var thrown = await FailAsync(Encoding.UTF8.GetBytes(body), type);

        Assert.Contains($"(400: {$"{type}: {quoted}".Trim()}).", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(body, thrown.ResponseBody);
        Assert.Null(thrown.Error);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0xFF }, "text/plain")]
    [InlineData(new byte[] { 0xC3 }, "application/json; charset=utf-8")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80, 0xF8, 0x88 }, "text/plain; charset=wtf-8")]
    [InlineData(new byte[] { 0, 0, 0, 0 }, "application/octet-stream")]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':' }, "application/json")]
    [InlineData(new byte[] { 0xE9, 0x74, 0xE9 }, "text/plain; charset=iso-8859-1")]
    public async Task Bytes_OfNoText_AreReadLeniently(byte[] body, string type)
    {
        var thrown = await FailAsync(body, type);

        Assert.Equal(400, thrown.StatusCode);
        Assert.DoesNotContain(thrown.Message, char.IsControl);
        Assert.DoesNotContain(thrown.Message, char.IsSurrogate);
    }

    [Fact]
    public async Task InvalidUtf8_InTheMessage_IsReplaced()
    {
        byte[] body = [.. "{\"error\":{\"message\":\"a"u8, 0xFF, 0xC3, .. "b\",\"code\":\"c"u8, 0x80, .. "\"}}"u8];

        var thrown = await FailAsync(body, "application/json");
        var under200 = await Assert.ThrowsAsync<OpenRouterException>(() => SendAsync(HttpStatusCode.OK, body, "application/json"));
        var inStream = await Assert.ThrowsAsync<OpenRouterException>(() => Script.Streams(new MemoryStream([.. "data: "u8, .. body, .. "\n\n"u8])).Chat().CollectAsync(Token));

        Assert.All([thrown, under200, inStream], static exception =>
        {
            Assert.Contains("a\uFFFD\uFFFDb", exception.Message, StringComparison.Ordinal);
            Assert.Equal("c\uFFFD", exception.Code);
        });
    }

    [Theory]
    [InlineData("""{"error":{"message":"\ud800 alone","code":"\udc00"}}""")]
    [InlineData("""{"error":{"message":"\ud800 alone","code":"\udc00","metadata":{"raw":"\udbff","provider_name":"\ud800","error_type":"\ud800"}}}""")]
    public async Task LoneSurrogates_UnderSuccessAndInStreams_AreReplaced(string body)
    {
        var under200 = await Assert.ThrowsAsync<OpenRouterException>(() => SendAsync(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body), "application/json"));
        var inStream = await Assert.ThrowsAsync<OpenRouterException>(() => Script.Streams(Wire.Event(body)).Chat().CollectAsync(Token));

        Assert.All([under200, inStream], static exception =>
        {
            Assert.Contains("\uFFFD alone", exception.Message, StringComparison.Ordinal);
            Assert.Equal("\uFFFD", exception.Code);
        });
    }

    [Theory]
    [InlineData("""{"error":{"message":"no more"}}""")]
    [InlineData("""{"err\u006fr":{"message":"no more"}}""")]
    public async Task ErrorUnderSuccess_HoweverItsNameIsWritten_IsFound(string body)
    {
        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => SendAsync(HttpStatusCode.OK, Encoding.UTF8.GetBytes(body), "application/json"));

        Assert.Contains("no more", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_LargerThan8KiB_IsKeptToThatWithoutSplittingALetter()
    {
        var body = new string('x', 8191) + "\U0001F600" + new string('y', 70_000);

        var thrown = await FailAsync(Encoding.UTF8.GetBytes(body), "text/plain");

        Assert.Equal(new string('x', 8191) + "…", thrown.ResponseBody);
        Assert.InRange(thrown.Message.Length, 1, 500);
    }

    [Fact]
    public async Task Error_BeforeAMegabyteOfRest_IsStillRead()
    {
        var body = """{"error":{"code":1,"message":"why"},"rest":" """ + new string('x', 1_000_000);

        var thrown = await FailAsync(Encoding.UTF8.GetBytes(body), "application/json");

        Assert.Contains("(400: why).", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(10_000)]
    public async Task Json_NestedWithoutEnd_IsAnErrorOfTheStatus(int depth)
    {
        var body = $$$"""{"error":{"message":"why","metadata":{{{string.Concat(Enumerable.Repeat("{\"a\":", depth))}}}1""";

        var thrown = await FailAsync(Encoding.UTF8.GetBytes(body), "application/json");

        Assert.Equal(400, thrown.StatusCode);
    }

    private static Task<OpenRouterException> FailAsync(byte[] body, string type)
        => Assert.ThrowsAsync<OpenRouterException>(() => SendAsync(HttpStatusCode.BadRequest, body, type));

    private static async Task SendAsync(HttpStatusCode status, byte[] body, string type)
    {
        var script = new Script((_, _) => Task.FromResult(Script.Response(status, new MemoryStream(body), type)));
        await script.Transport().SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "x"), Token);
    }
}
