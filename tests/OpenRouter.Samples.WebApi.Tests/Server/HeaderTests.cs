using System.Net;
using OpenRouter.Samples.WebApi.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>What browsers are told.</summary>
public sealed class HeaderTests(RelayFixture shared) : IClassFixture<RelayFixture>
{
    private readonly RelayFixture _fixture = shared.Renewed();
    private const string Other = "https://app.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("/", 200)]
    [InlineData("/page.mjs", 200)]
    [InlineData("/page.css", 200)]
    [InlineData("/api/session", 401)]
    [InlineData("/nothing", 401)]
    public async Task Response_Any_AllowsLittle(string path, int status)
    {
        using var caller = new RelayCaller(_fixture.Relay.Address, key: null);

        using var response = await caller.SendAsync(HttpMethod.Get, path, content: null, Token);

        Assert.Equal(status, (int)response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.All(
            ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"],
            rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Page_Script_IsServedAsJavaScript()
    {
        using var caller = new RelayCaller(_fixture.Relay.Address, key: null);

        using var response = await caller.SendAsync(HttpMethod.Get, "/sse.mjs", content: null, Token);

        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact(Timeout = 120_000)]
    public async Task Preflight_FromElsewhere_AllowsNothing()
    {
        using var response = await PreflightAsync(_fixture.Relay, "https://evil.example");

        Assert.DoesNotContain(response.Headers, static header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact(Timeout = 120_000)]
    public async Task Preflight_FromANamedOrigin_AllowsAKeyAndNoCookies()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, $"--Relay:Origins:0={Other}");

        using var named = await PreflightAsync(relay, Other);
        using var unnamed = await PreflightAsync(relay, "https://evil.example");

        Assert.Equal(HttpStatusCode.NoContent, named.StatusCode);
        Assert.Equal(Other, Assert.Single(named.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(named.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(unnamed.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Response_OutsideDevelopment_SticksToHttps()
    {
        await using var relay = RelayProgram.Run(SampleFacts.WebApi, "Production", RelayProgram.UpstreamKey, RelayProgram.Users());
        await relay.StartedAsync(Token);
        using var caller = new RelayCaller(relay.Address, key: null);
        (string, string)[] proxied = [("X-Forwarded-Proto", "https"), ("Host", "relay.example")];
        var key = $$"""{"key":"{{RelayProgram.AnnKey}}"}""";

        using var page = await caller.SendAsync(HttpMethod.Get, "/", content: null, Token, proxied);
        using var session = await caller.PostAsync("/api/session", key, Token, proxied);
        using var inTheClear = await caller.PostAsync("/api/session", key, Token);

        Assert.Contains("max-age=", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.All(session.Headers.GetValues("Set-Cookie"), static cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal((400, "https_needed"), ((int)inTheClear.StatusCode, await RelayCaller.CodeOfAsync(inTheClear, Token)));
    }

    private static async Task<HttpResponseMessage> PreflightAsync(RelayProgram relay, string origin)
    {
        using var caller = new RelayCaller(relay.Address, key: null);
        return await caller.SendAsync(
            HttpMethod.Options, "/api/chat", content: null, Token,
            ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type"));
    }
}
