using System.Net;
using OpenRouter.Samples.Blazor.Tests.Support;

namespace OpenRouter.Samples.Blazor.Tests.Pages;

/// <summary>What the server answers to somebody who is no browser.</summary>
public sealed class HttpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_Asked_AnswersOnlyToWhomItShould()
    {
        using var chat = await RunningChat.StartAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false };
        using var client = new HttpClient(handler) { BaseAddress = chat.Address };

        // Nobody is signed in, so the chat sends to the sign-in.
        using var home = await client.GetAsync("/", Token);
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
        Assert.StartsWith("/sign-in", home.Headers.Location!.PathAndQuery, StringComparison.Ordinal);

        // The policy names no other host, and no inline script.
        using var page = await client.GetAsync("/sign-in", Token);
        var policy = string.Join("; ", page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"connect-src 'self' ws://{chat.Address.Authority} wss://{chat.Address.Authority};", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

        // Forms of other sites are refused.
        using var signIn = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("Name", "Eve"), new("_handler", "sign-in")]), Token);
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.False(signIn.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(static cookie => cookie.StartsWith(".AspNetCore.Cookies", StringComparison.Ordinal)));
        using var signOut = await client.PostAsync("/sign-out", new FormUrlEncodedContent([]), Token);
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);

        Assert.Contains("OPENROUTER_API_KEY is not set: the emulator in this program answers.", chat.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_InProductionWithTheSignInOfTheSample_RefusesToStart()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(static () => RunningChat.StartAsync(environment: "Production"));

        Assert.Contains("The sign-in of this sample lets everybody in.", failure.Message, StringComparison.Ordinal);
    }
}
