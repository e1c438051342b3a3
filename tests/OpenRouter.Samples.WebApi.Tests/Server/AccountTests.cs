using System.Net;
using System.Text.Json;
using OpenRouter.Samples.WebApi.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>Nobody spends the key who is not known, and no other site makes a browser spend it.</summary>
public sealed class AccountTests(RelayFixture shared) : IClassFixture<RelayFixture>
{
    private readonly RelayFixture _fixture = shared.Renewed();
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anns-key-3f1c9a7d5")]
    [InlineData("sk-or-v1-5eec7e70ff11ce5eec7e70ff11ce")]
    public async Task Call_WithoutAKnownKey_Is401AndNothingIsAsked(string? key)
    {
        var before = _fixture.Upstream.Chats.Count;
        using var caller = new RelayCaller(_fixture.Relay.Address, key);

        Assert.Equal((401, "sign_in_needed"), await caller.RefusedAsync(RelayCaller.Question, Token));

        using var session = await caller.SendAsync(HttpMethod.Get, "/api/session", content: null, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
        Assert.Equal(before, _fixture.Upstream.Chats.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Session_SignedIn_AsksWithItsToken()
    {
        using var page = new RelayCaller(_fixture.Relay.Address, key: null);
        var csrf = await SignInAsync(page);

        using var response = await page.PostAsync("/api/chat", RelayCaller.Question, Token, ("X-CSRF-Token", csrf));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("event: done", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(null)]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Session_WithoutItsToken_Is400AndNothingIsAsked(string? token)
    {
        using var page = new RelayCaller(_fixture.Relay.Address, key: null);
        await SignInAsync(page);
        var before = _fixture.Upstream.Chats.Count;

        using var response = await page.PostAsync("/api/chat", RelayCaller.Question, Token, token is null ? [] : [("X-CSRF-Token", token)]);

        Assert.Equal((400, "forged"), ((int)response.StatusCode, await RelayCaller.CodeOfAsync(response, Token)));
        Assert.Equal(before, _fixture.Upstream.Chats.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Session_FormOfAnotherSite_Is400()
    {
        using var page = new RelayCaller(_fixture.Relay.Address, key: null);
        await SignInAsync(page);
        using var form = new FormUrlEncodedContent([new("preset", "brief"), new("messages", "hi")]);

        using var response = await page.SendAsync(HttpMethod.Post, "/api/chat", form, Token, ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Session_OfAnotherUser_DoesNotTakeTheToken()
    {
        using var ann = new RelayCaller(_fixture.Relay.Address, key: null);
        using var bob = new RelayCaller(_fixture.Relay.Address, key: null);
        var token = await SignInAsync(ann);
        await SignInAsync(bob, RelayProgram.BobKey);

        using var response = await bob.PostAsync("/api/chat", RelayCaller.Question, Token, ("X-CSRF-Token", token));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Session_SignedOut_IsOver()
    {
        using var page = new RelayCaller(_fixture.Relay.Address, key: null);
        var csrf = await SignInAsync(page);

        using var signedOut = await page.SendAsync(HttpMethod.Delete, "/api/session", content: null, Token, ("X-CSRF-Token", csrf));
        using var response = await page.PostAsync("/api/chat", RelayCaller.Question, Token, ("X-CSRF-Token", csrf));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (signedOut.StatusCode, response.StatusCode));
    }

    [Fact(Timeout = 120_000)]
    public async Task SignIn_UnknownKey_Is401()
    {
        using var page = new RelayCaller(_fixture.Relay.Address, key: null);

        Assert.Equal((401, "unknown_key"), await page.RefusedAsync("""{"key":"nobodys"}""", Token, "/api/session"));
    }

    [Fact(Timeout = 120_000)]
    public async Task SignIn_Cookie_IsOutOfReachOfScriptsAndOtherSites()
    {
        using var page = new RelayCaller(_fixture.Relay.Address, key: null);

        using var response = await page.PostAsync("/api/session", Key(RelayProgram.AnnKey), Token);

        Assert.All(response.Headers.GetValues("Set-Cookie"), static cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static async Task<string> SignInAsync(RelayCaller page, string key = RelayProgram.AnnKey)
    {
        using var response = await page.PostAsync("/api/session", Key(key), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return body.RootElement.GetProperty("csrf").GetString()!;
    }

    private static string Key(string key) => $$"""{"key":"{{key}}"}""";
}
