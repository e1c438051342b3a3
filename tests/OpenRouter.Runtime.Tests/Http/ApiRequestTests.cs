using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

public sealed class ApiRequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("acme", "acme")]
    [InlineData("a b/c?d#e", "a%20b%2Fc%3Fd%23e")]
    [InlineData("model:free", "model%3Afree")]
    [InlineData("..%2F", "..%252F")]
    [InlineData("é", "%C3%A9")]
    public void EscapePath_Text_IsOneSegment(string value, string expected) => Assert.Equal(expected, ApiRequest.EscapePath(value));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void EscapePath_OtherResource_IsRefused(string value) => Assert.Throws<ArgumentException>(() => ApiRequest.EscapePath(value));

    [Fact]
    public async Task Query_EveryKind_IsWrittenWithoutACulture()
    {
        var previous = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            var request = new ApiRequest(HttpMethod.Get, "x")
                .Query("s", "a&b=c d").Query("n", (string?)null).Query("l", 5).Query("d", 1.5).Query("b", true)
                .Query("t", new DateTimeOffset(2026, 8, 22, 12, 0, 0, TimeSpan.FromHours(2))).Query("m", ["x", "y"]);

            Assert.Equal("?s=a%26b%3Dc%20d&l=5&d=1.5&b=true&t=2026-08-22T10%3A00%3A00Z&m=x&m=y", (await SendAsync(request)).Query);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = previous;
        }
    }

    [Theory]
    [InlineData("https://host.test/api/v1", "models", "https://host.test/api/v1/models")]
    [InlineData("https://host.test/api/v1/", "/models", "https://host.test/api/v1/models")]
    [InlineData("https://host.test", "models", "https://host.test/models")]
    [InlineData("http://localhost:5000/x", "models", "http://localhost:5000/x/models")]
    [InlineData("https://host.test/api", "//evil.test/x", "https://host.test/api/evil.test/x")]
    public async Task Address_BaseAndPath_AreJoined(string baseAddress, string path, string expected)
        => Assert.Equal(expected, (await SendAsync(new ApiRequest(HttpMethod.Get, path), baseAddress)).AbsoluteUri);

    [Theory]
    [InlineData("http://host.test/api")]
    [InlineData("ftp://host.test/api")]
    [InlineData("https://user:secret@host.test/api")]
    [InlineData("https://host.test/api?key=secret")]
    [InlineData("https://host.test/api#secret")]
    [InlineData("/api")]
    public void Address_NotOneToSendAKeyTo_IsRefusedWithoutQuotingIt(string address)
    {
        var options = new OpenRouterClientOptions { BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

        var thrown = Assert.Throws<ArgumentException>(() => new ApiTransport(options, Script.Address));

        Assert.DoesNotContain("secret", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../other")]
    [InlineData("a/../../x")]
    [InlineData("%2e%2e/%2e%2e/x")]
    public async Task Path_LeadingOut_IsRefused(string path)
        => await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(new ApiRequest(HttpMethod.Get, path)));

    [Fact]
    public async Task BaseAddress_OfTheRequest_WinsAndIsChecked()
    {
        Assert.Equal("https://eu.test/v2/x", (await SendAsync(new ApiRequest(HttpMethod.Get, "x") { BaseAddress = new Uri("https://eu.test/v2") })).AbsoluteUri);
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(new ApiRequest(HttpMethod.Get, "x") { BaseAddress = new Uri("http://eu.test") }));
    }

    [Fact]
    public async Task Multipart_TextAndFile_AreSentAndTheStreamStaysOpen()
    {
        var file = new MemoryStream("sound"u8.ToArray());
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        var form = new MultipartBody().AddText("model", "whisper é").AddText("none", null).AddFile("file", new FilePart(file, "a.mp3", "audio/mpeg"));

        await script.Transport().SendAsync(new ApiRequest(HttpMethod.Post, "audio") { Multipart = form }, Token);

        Assert.Contains("whisper é", script.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("audio/mpeg", script.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("a.mp3", script.Bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("none", script.Bodies[0], StringComparison.Ordinal);
        Assert.True(file.CanRead);
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("a\r\nX: y")]
    public void Multipart_NameThatInjects_IsRefused(string name)
    {
        Assert.Throws<ArgumentException>(() => new MultipartBody().AddText(name, "x"));
        Assert.Throws<ArgumentException>(() => new MultipartBody().AddFile("f", new FilePart(Stream.Null, name)));
        Assert.Throws<ArgumentException>(() => new MultipartBody().AddFile("f", new FilePart(Stream.Null, "x", "no type")));
    }

    private static async Task<Uri> SendAsync(ApiRequest request, string? baseAddress = null)
    {
        var script = Script.Answers(HttpStatusCode.OK, "{}");
        using var transport = script.Transport(options => options.BaseAddress = baseAddress is null ? null : new Uri(baseAddress));
        await transport.SendAsync(request, Token);
        return script.Requests[0].RequestUri!;
    }
}
