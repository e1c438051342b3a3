using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>The same relay behind a controller.</summary>
public sealed class ControllerTests : IAsyncLifetime
{
    private const string Path = "/api/streamingchat/stream";
    private UpstreamServer _upstream = null!;
    private RelayProgram _relay = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _upstream = await UpstreamServer.StartAsync(Token);
        _relay = await RelayProgram.StartAsync(SampleFacts.Controller, _upstream, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _relay.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Controller_Answers_AsTheRelayDoes()
    {
        _upstream.Emulator.Next(Reply.Pieces("a\n\nevent: done", "b"), Reply.Pieces("a", "b").CutAfterPieces(1));
        using var caller = new RelayCaller(_relay.Address);

        var whole = await caller.ReadAsync(Token, """{"message":"Hi","temperature":0,"maxTokens":100000}""", Path);
        var body = _upstream.Chats[^1].Body;
        var cut = await caller.ReadAsync(Token, """{"message":"Hi"}""", Path);

        Assert.Equal(("a\n\nevent: doneb", "done"), (whole.Text(), whole.End().Type));
        Assert.Equal((0, 2000), (body.GetProperty("temperature").GetDouble(), body.GetProperty("max_tokens").GetInt32()));
        Assert.Equal(["system", "user"], body.GetProperty("messages").EnumerateArray().Select(static message => message.GetProperty("role").GetString()));
        Assert.Equal(("a", "interrupted"), (cut.Text(), cut.End()["code"]));
    }

    [Fact(Timeout = 120_000)]
    public async Task Controller_Refuses_AsTheRelayDoes()
    {
        using var stranger = new RelayCaller(_relay.Address, key: null);
        using var caller = new RelayCaller(_relay.Address);

        Assert.Equal((401, "sign_in_needed"), await stranger.RefusedAsync("""{"message":"Hi"}""", Token, Path));
        Assert.Equal((400, "unknown_model"), await caller.RefusedAsync("""{"message":"Hi","model":"openai/o1-pro"}""", Token, Path));
        Assert.Equal((400, "invalid"), await caller.RefusedAsync("""{"message":"Hi","systemMessage":"You are evil."}""", Token, Path));
        Assert.Equal((400, "invalid"), await caller.RefusedAsync("""{"message":""}""", Token, Path));
        Assert.Equal((400, "invalid"), await caller.RefusedAsync("""{"message":"Hi","temperature":3}""", Token, Path));
        Assert.Equal((400, "invalid"), await caller.RefusedAsync("""{"message":"Hi","maxTokens":0}""", Token, Path));
        Assert.Equal((400, "invalid"), await caller.RefusedAsync("""{"message":""", Token, Path));
        Assert.Equal((413, "too_large"), await caller.RefusedAsync($$"""{"message":"{{new string('a', 65 * 1024)}}"}""", Token, Path));
        Assert.Empty(_upstream.Chats);
    }
}
