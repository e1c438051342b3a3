using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat and Ctrl+C.</summary>
public sealed class ChatStopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_CtrlC_ClosesTheConnectionAndSaysWhatArrived()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one program can send to another.");
        using var server = LoopbackServer.Start(static peer => peer.StreamUntilClosedAsync(LoopbackPeer.Chunk("Half an answer")), Token);
        using var program = RunningProgram.StartThatCanBeStopped(BuildFacts.ChatAssembly, ["--base-url", server.BaseUrl, "Hello"], Token, RunningProgram.Key);

        await program.SeeAsync("Half an answer");
        await Signal.SendAsync("INT", program.Id, Token);
        var result = await program.EndAsync();
        await server.Served;

        Assert.Equal((130, "Half an answer"), (result.ExitCode, result.Output.TrimEnd()));
        Assert.Equal($"Stopped. 14 characters had arrived (generation {LoopbackPeer.GenerationId}).", Assert.Single(result.ErrorLines));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_CtrlCBeforeTheFirstByte_StopsAtOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one program can send to another.");
        var isAsked = new TaskCompletionSource();
        using var server = LoopbackServer.Start(
            async peer =>
            {
                isAsked.SetResult();
                await peer.SeeClosedAsync();
            },
            Token);
        using var program = RunningProgram.StartThatCanBeStopped(BuildFacts.ChatAssembly, ["--base-url", server.BaseUrl, "Hello"], Token, RunningProgram.Key);

        await isAsked.Task.WaitAsync(Token);
        await Signal.SendAsync("INT", program.Id, Token);
        var result = await program.EndAsync();
        await server.Served;

        Assert.Equal((130, ""), (result.ExitCode, result.Output));
        Assert.Equal("Stopped. 0 characters had arrived.", Assert.Single(result.ErrorLines));
    }
}
