using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

/// <summary>No text of a caller becomes a header that the caller did not name, as seen by the server.</summary>
public sealed class HeaderInjectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Places => new(
        new[] { "hush\r\nX-Evil: 1", "hush\nX-Evil: 1", "hush\rX-Evil: 1", "\r\nX-Evil: 1", "hush\r\n\r\nGET /evil HTTP/1.1", "hush\r\n", "\thush", "hush\0", "hush\u007f", "hush\u0085x", "hush\u2028X-Evil: 1", "hush\u560d\u560aX-Evil: 1", "hush\u00e9", "hush\ud83d\ude00" }
            .SelectMany(static value => new[] { "key", "title", "category", "default", "request" }, static (value, place) => (place, value)));

    [Theory]
    [MemberData(nameof(Places))]
    public void Value_ThatCouldInject_IsRefusedEverywhereWithoutQuotingIt(string place, string value)
    {
        if (place == "key" && value is "hush\r\n" or "\thush")
        {
            // White space around a key comes from copying and is dropped.
            Assert.Equal("hush", new ApiKey(value).Reveal());
            return;
        }

        var thrown = Assert.ThrowsAny<ArgumentException>(() => Use(place, value));

        Assert.DoesNotContain("hush", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Evil", thrown.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("AUTHORIZATION")]
    [InlineData("Proxy-Authorization")]
    [InlineData("Proxy-Connection")]
    [InlineData("Host")]
    [InlineData("Content-Length")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Connection")]
    [InlineData("Keep-Alive")]
    [InlineData("Upgrade")]
    [InlineData("HTTP2-Settings")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Expect")]
    [InlineData("Cookie")]
    [InlineData("Content-Type")]
    [InlineData("X-Evil: 1\r\nX")]
    [InlineData("X Evil")]
    [InlineData("X-Evil:")]
    [InlineData("X-\u00c4")]
    [InlineData(":authority")]
    [InlineData(" ")]
    [InlineData("")]
    public void Name_NotTheCallersToSet_IsRefusedEverywhere(string name)
    {
        Assert.Throws<ArgumentException>(() => new ApiRequest(HttpMethod.Get, "x").Header(name, "v"));
        Assert.Throws<ArgumentException>(() => Script.Streams("").Transport(options => options.DefaultHeaders[name] = "v"));
    }

    [Theory]
    [InlineData("a=b; evil=1")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a,b \"c\" \\d")]
    [InlineData("caf\u00e9 \ud83d\ude00")]
    public async Task Cookie_OfAnyValue_IsOneCookie(string value)
    {
        var head = await SendAsync(request => request.Cookie("session", value));

        var line = Assert.Single(head, static line => line.StartsWith("Cookie:", StringComparison.Ordinal));
        Assert.StartsWith("Cookie: session=", line, StringComparison.Ordinal);
        Assert.DoesNotContain(';', line);
        Assert.DoesNotContain(head, static line => line.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("x HTTP/1.1\r\nX-Evil: 1\r\n")]
    [InlineData("a b")]
    [InlineData("\u00e4\u0000")]
    public async Task QueryAndPath_OfAnyValue_StayInTheFirstLine(string value)
    {
        var head = await SendAsync(request => request.Query(value, value), ApiRequest.EscapePath(value));

        Assert.EndsWith(" HTTP/1.1", head[0], StringComparison.Ordinal);
        Assert.Equal(3, head[0].Split(' ').Length);
        Assert.DoesNotContain(head, static line => line.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Request_OnTheWire_HasEachHeaderOnceAndNothingOfTheMachine()
    {
        var head = await SendAsync(request => request.Header("x-session-id", "s"));

        var names = head.Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split(':')[0]).ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.Contains($"Authorization: Bearer {Script.Key}", head);
        Assert.DoesNotContain("Accept-Encoding", names);
        Assert.DoesNotContain(names, static name => name.StartsWith("Trace", StringComparison.OrdinalIgnoreCase) && name != "traceparent");
        Assert.DoesNotContain(head, static line => line.Contains(Environment.MachineName, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://me:hush@app.test/", "https://app.test/")]
    [InlineData("https://app.test/a#hush", "https://app.test/a")]
    [InlineData("https://app.test/?a=b c", "https://app.test/?a=b%20c")]
    public async Task AppUrl_GoesWithoutUserAndFragment(string address, string expected)
    {
        var head = await SendAsync(static _ => { }, configure: options => options.AppUrl = new Uri(address));

        Assert.Contains($"HTTP-Referer: {expected}", head);
    }

    private static void Use(string place, string value)
    {
        switch (place)
        {
            case "key":
                Script.Streams("").Transport(options => options.ApiKey = value);
                break;
            case "title":
                Script.Streams("").Transport(options => options.AppTitle = value);
                break;
            case "category":
                Script.Streams("").Transport(options => options.AppCategories = ["cli-agent", value]);
                break;
            case "default":
                Script.Streams("").Transport(options => options.DefaultHeaders["x-custom"] = value);
                break;
            default:
                Assert.NotNull(new ApiRequest(HttpMethod.Get, "x").Header("x-custom", value));
                break;
        }
    }

    private static async Task<string[]> SendAsync(Action<ApiRequest> change, string path = "x", Action<OpenRouterClientOptions>? configure = null)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Length, 2, "application/json");
            await peer.BodyAsync("{}");
        });
        using var through = new Through(Through.Own, server.Address, configure);
        var request = new ApiRequest(HttpMethod.Get, path);
        change(request);
        await through.Transport.SendAsync(request, Token);
        return Assert.Single(server.Requests).TrimEnd().Split("\r\n");
    }
}
