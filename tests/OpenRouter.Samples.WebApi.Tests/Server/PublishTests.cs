using OpenRouter.Samples.Tests.Support;
using OpenRouter.Samples.WebApi.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>The publish command of samples/WebApi/README.md: a native server without a warning.</summary>
public sealed class PublishTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 1_200_000)]
    [Trait("Category", "Aot")]
    public async Task Publish_Native_HasNoWarningAndServes()
    {
        using var published = await NativePublish.OfAsync("samples/WebApi", "WebApiFramework=net9.0", Token);
        var program = Path.Combine(published.Folder, "WebApi");
        await using var upstream = await UpstreamServer.StartAsync(Token);
        await using var relay = RelayProgram.Run(
            program, [.. RelayProgram.Users(), $"--OpenRouter:BaseAddress={upstream.BaseUrl}"], published.Folder, "Development", RelayProgram.UpstreamKey);
        await relay.StartedAsync(Token);
        using var caller = new RelayCaller(relay.Address);
        using var page = new RelayCaller(relay.Address, key: null);

        var events = await caller.ReadAsync(Token);
        using var script = await page.SendAsync(HttpMethod.Get, "/page.mjs", content: null, Token);
        using var signedIn = await page.PostAsync("/api/session", $$"""{"key":"{{RelayProgram.AnnKey}}"}""", Token);

        Assert.Equal(("done", "stop"), (events.End().Type, events.End()["reason"]));
        Assert.NotEmpty(events.Text());
        Assert.True(script.IsSuccessStatusCode);
        Assert.Contains("\"user\":\"ann\"", await signedIn.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        // 21.5 MB when this was written, most of it the server, sessions and antiforgery.
        Assert.InRange(new FileInfo(program).Length, 0, 23_000_000);
    }
}
