using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>A server that is told to stop lets answers finish for a while, and tells the others.</summary>
public sealed class ShutdownTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Stop_StreamThatGoesOn_EndsWithShuttingDown()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one program can send to another.");
        await using var upstream = await UpstreamServer.StartAsync(Token);
        await using var relay = await RelayProgram.StartAsync(upstream, Token, "--Relay:ShutdownGrace=00:00:01");
        upstream.Emulator.Next(Reply.Pieces("a", "b").CutAfterPieces(1, CutKind.Stall));
        using var caller = new RelayCaller(relay.Address);
        using var stream = await caller.OpenAsync(Token);
        await stream.NextAsync(Token);

        await relay.TerminateAsync(Token);
        var events = await stream.RestAsync(Token);

        Assert.Equal(("error", "shutting_down", "True"), (events.End().Type, events.End()["code"], events.End()["retryable"]));
        Assert.Equal(0, await relay.EndAsync(Token));
        await upstream.Chats[^1].Ended.WaitAsync(Token);
        Assert.True(upstream.Chats[^1].Aborted);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stop_StreamThatIsNearlyOver_IsDone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one program can send to another.");
        await using var upstream = await UpstreamServer.StartAsync(Token);
        await using var relay = await RelayProgram.StartAsync(upstream, Token, "--Relay:ShutdownGrace=00:00:30");
        upstream.Emulator.Next(Reply.Pieces("a", "b", "c").WithPace(TimeSpan.FromMilliseconds(300)));
        using var caller = new RelayCaller(relay.Address);
        using var stream = await caller.OpenAsync(Token);
        var first = await stream.NextAsync(Token);

        await relay.TerminateAsync(Token);
        var events = await stream.RestAsync(Token);

        Assert.Equal(("abc", "done"), (first?["text"] + events.Text(), events.End().Type));
        Assert.Equal(0, await relay.EndAsync(Token));
    }
}
