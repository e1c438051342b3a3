using System.Diagnostics;
using System.Globalization;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat and Ctrl+C.</summary>
public sealed class ChatStopTests
{
    private const string Key = "sk-or-v1-0123456789abcdef";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_CtrlC_ClosesTheConnectionAndSaysWhatArrived()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one program can send to another.");
        using var server = LoopbackServer.Start(
            async peer =>
            {
                await peer.BeginStreamAsync();
                await peer.StreamAsync(LoopbackPeer.Chunk("Half an answer"));
                await peer.SeeClosedAsync();
            },
            Token);
        using var program = RunningProgram.ChatThatCanBeStopped(["--base-url", server.BaseUrl, "Hello"], Token, Key);

        await program.SeeAsync("Half an answer");
        await InterruptAsync(program.Id);
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
        using var program = RunningProgram.ChatThatCanBeStopped(["--base-url", server.BaseUrl, "Hello"], Token, Key);

        await isAsked.Task.WaitAsync(Token);
        await InterruptAsync(program.Id);
        var result = await program.EndAsync();
        await server.Served;

        Assert.Equal((130, ""), (result.ExitCode, result.Output));
        Assert.Equal("Stopped. 0 characters had arrived.", Assert.Single(result.ErrorLines));
    }

    private static async Task InterruptAsync(int id)
    {
        using var kill = Process.Start("kill", ["-INT", id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
        Assert.Equal(0, kill.ExitCode);
    }
}
