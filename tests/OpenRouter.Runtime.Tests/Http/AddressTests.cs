using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Http;

public sealed class AddressTests
{
    private const string Home = "https://openrouter.ai/api/v1";

    [Theory]
    [InlineData("http://openrouter.ai/api/v1")]
    [InlineData("http://127.0.0.1.evil.com/v1")]
    [InlineData("http://127.0.0.1.nip.io/v1")]
    [InlineData("http://localhost.evil/v1")]
    [InlineData("http://localhost./v1")]
    [InlineData("http://evil-localhost/v1")]
    [InlineData("http://0.0.0.0/v1")]
    [InlineData("http://0/v1")]
    [InlineData("http://10.0.0.1/v1")]
    [InlineData("http://169.254.169.254/v1")]
    [InlineData("http://[::]/v1")]
    [InlineData("http://[fe80::1]/v1")]
    [InlineData("http://[::ffff:10.0.0.1]/v1")]
    [InlineData("http://\u2460\u2461\u2466.0.0.1/v1")]
    [InlineData("http://\u24DBocalhost/v1")]
    [InlineData("http://localhost:80@evil.com/v1")]
    [InlineData("https://hush:hush@openrouter.ai/v1")]
    [InlineData("https://openrouter.ai@evil.com/v1")]
    [InlineData("https://hush@openrouter.ai/v1")]
    [InlineData("https://openrouter.ai/v1?key=hush")]
    [InlineData("https://openrouter.ai/v1?")]
    [InlineData("https://openrouter.ai/v1#hush")]
    [InlineData("https://openrouter.ai/v1#")]
    [InlineData("https://ex\u2024ample.com/v1")]
    [InlineData("ftp://openrouter.ai/v1")]
    [InlineData("ws://localhost/v1")]
    [InlineData("file://localhost/etc/hush")]
    [InlineData("file:///etc/hush")]
    [InlineData("data:text/plain,hush")]
    [InlineData("javascript:hush")]
    public void BaseAddress_NotOneToSendAKeyTo_IsRefusedWithoutQuotingIt(string address)
    {
        var thrown = Assert.Throws<ArgumentException>(() => Script.Streams("").Transport(options => options.BaseAddress = new Uri(address)));

        Assert.DoesNotContain("hush", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("openrouter.ai/api/v1")]
    [InlineData("//openrouter.ai/api/v1")]
    public void BaseAddress_Relative_IsRefused(string address)
        => Assert.Throws<ArgumentException>(() => Script.Streams("").Transport(options => options.BaseAddress = new Uri(address, UriKind.Relative)));

    [Theory]
    [InlineData("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/models")]
    [InlineData("https://openrouter.ai/api/v1/", "https://openrouter.ai/api/v1/models")]
    [InlineData("https://openrouter.ai/api/v1///", "https://openrouter.ai/api/v1/models")]
    [InlineData("https://openrouter.ai", "https://openrouter.ai/models")]
    [InlineData("HTTPS://OpenRouter.AI:443/API", "https://openrouter.ai/API/models")]
    [InlineData("https://openrouter.ai:8443/a%20b/\u00E4", "https://openrouter.ai:8443/a%20b/%C3%A4/models")]
    [InlineData("https://openrouter.ai/a%2Fb", "https://openrouter.ai/a%2Fb/models")]
    [InlineData("https://openrouter.ai/api/../v1", "https://openrouter.ai/v1/models")]
    [InlineData("https://m\u00FCnchen.test/v1", "https://xn--mnchen-3ya.test/v1/models")]
    [InlineData("https://openrouter\u3002ai/v1", "https://openrouter.ai/v1/models")]
    [InlineData("https://openrouter.ai./v1", "https://openrouter.ai./v1/models")]
    [InlineData("https://@openrouter.ai/v1", "https://openrouter.ai/v1/models")]
    [InlineData("https://[2001:db8::1]:8443/v1", "https://[2001:db8::1]:8443/v1/models")]
    [InlineData("http://localhost:11434/v1", "http://localhost:11434/v1/models")]
    [InlineData("http://LOCALHOST/v1", "http://localhost/v1/models")]
    [InlineData("http://loopback/v1", "http://localhost/v1/models")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/models")]
    [InlineData("http://127.1/v1", "http://127.0.0.1/v1/models")]
    [InlineData("http://0x7f.0.0.1/v1", "http://127.0.0.1/v1/models")]
    [InlineData("http://[::1]:5000/v1", "http://[::1]:5000/v1/models")]
    [InlineData("http://[::1%25eth0]/v1", "http://[::1]/v1/models")]
    public async Task BaseAddress_OfAnyGoodForm_IsJoinedWithThePath(string address, string expected)
    {
        var script = Script.Answers(System.Net.HttpStatusCode.OK, "{}");
        using var transport = script.Transport(options => options.BaseAddress = new Uri(address));

        await transport.SendAsync(new ApiRequest(HttpMethod.Get, "models"), TestContext.Current.CancellationToken);

        Assert.Equal(expected, script.Requests[0].RequestUri!.AbsoluteUri, ignoreCase: false);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../v1evil")]
    [InlineData("../v2/models")]
    [InlineData("x/../../models")]
    [InlineData("x/../../../../models")]
    [InlineData("%2e%2e/models")]
    [InlineData(".%2e/models")]
    [InlineData("x/%2E%2E/%2E%2E/models")]
    [InlineData("..\\..\\models")]
    public async Task Path_ThatLeavesTheBase_IsRefusedBeforeAnythingIsSent(string path)
    {
        var script = Script.Answers(System.Net.HttpStatusCode.OK, "{}");
        using var transport = script.Transport(static options => options.BaseAddress = new Uri(Home));

        await Assert.ThrowsAsync<ArgumentException>(() => transport.SendAsync(new ApiRequest(HttpMethod.Get, path), TestContext.Current.CancellationToken));

        Assert.Empty(script.Requests);
    }

    [Theory]
    [InlineData("//evil.com/models")]
    [InlineData("///evil.com/models")]
    [InlineData("\\\\evil.com\\models")]
    [InlineData("/\\evil.com/models")]
    [InlineData("https://evil.com/models")]
    [InlineData("@evil.com/models")]
    [InlineData(":80@evil.com")]
    [InlineData(".evil.com")]
    [InlineData("%2F%2Fevil.com/models")]
    [InlineData("\tevil")]
    [InlineData("a%2e%2e%2fb")]
    [InlineData("%252e%252e/models")]
    public async Task Path_OfAnyForm_StaysAtTheHostAndBelowTheBase(string path)
    {
        foreach (var home in new[] { Home, "https://openrouter.ai" })
        {
            var script = Script.Answers(System.Net.HttpStatusCode.OK, "{}");
            using var transport = script.Transport(options => options.BaseAddress = new Uri(home));

            await transport.SendAsync(new ApiRequest(HttpMethod.Get, path), TestContext.Current.CancellationToken);

            Assert.Equal("openrouter.ai", script.Requests[0].RequestUri!.Host);
            Assert.StartsWith($"{home}/", script.Requests[0].RequestUri!.AbsoluteUri, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AddressOfOneOperation_IsCheckedLikeTheBase()
    {
        var script = Script.Answers(System.Net.HttpStatusCode.OK, "{}");

        await Assert.ThrowsAsync<ArgumentException>(() => script.Transport().SendAsync(new ApiRequest(HttpMethod.Get, "x") { BaseAddress = new Uri("http://evil.com") }, TestContext.Current.CancellationToken));

        Assert.Empty(script.Requests);
    }
}
