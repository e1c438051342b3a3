using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>The logs tell how answers went, and not what was said.</summary>
public sealed class LogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Log_OfAnythingThatCanHappen_HoldsNeitherTextsNorKeys()
    {
        await using var upstream = await UpstreamServer.StartAsync(Token);
        // Everything that can be logged is.
        await using var relay = await RelayProgram.StartAsync(upstream, Token, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Trace");
        upstream.Emulator.Next(
            Reply.Text("The answer is Quetzal-9982."),
            Reply.Text("The answer is Quetzal-9982.").CutAfterPieces(3),
            Reply.Text("The answer is Quetzal-9982.").WithStreamError(StreamErrorShape.Documented, message: "You said Zanzibar-7741"),
            Reply.Error(401, "You said Zanzibar-7741"),
            Reply.Error(400, "You said Zanzibar-7741"),
            Reply.Raw("<html>Zanzibar-7741</html>", "text/html"));
        using var ann = new RelayCaller(relay.Address);
        using var page = new RelayCaller(relay.Address, key: null);

        await ann.ReadAsync(Token);
        await ann.ReadAsync(Token);
        await ann.ReadAsync(Token);
        await ann.RefusedAsync(RelayCaller.Question, Token);
        await ann.RefusedAsync(RelayCaller.Question, Token);
        await ann.RefusedAsync(RelayCaller.Question, Token);
        await ann.RefusedAsync("""{"preset":"Zanzibar-7741","messages":[{"role":"user","text":"Zanzibar-7741"}]}""", Token);
        await ann.RefusedAsync("""{"Zanzibar-7741":1}""", Token);
        using var signedIn = await page.PostAsync("/api/session", $$"""{"key":"{{RelayProgram.AnnKey}}"}""", Token);
        await relay.SeeLogAsync("for ann by brief (openai/gpt-5-mini): stop after ", Token);
        await relay.SeeLogAsync("for ann by brief (openai/gpt-5-mini): interrupted after ", Token);
        await relay.TerminateAsync(Token);
        await relay.EndAsync(Token);

        Assert.All(["Zanzibar", "Quetzal", RelayProgram.UpstreamKey, RelayProgram.AnnKey], secret => Assert.DoesNotContain(secret, relay.Log, StringComparison.OrdinalIgnoreCase));
    }
}
