using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat at a terminal, where answer and status are seen in one place.</summary>
public sealed class ChatTerminalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_AtATerminal_ShowsAnswerThenStatus()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Tool.Exists("script"), "A pseudo-terminal needs the command script of util-linux.");
        using var program = RunningProgram.Start(
            "script", ["-q", "-e", "-c", $"'{RunningProgram.Host}' '{BuildFacts.ChatAssembly}' Tell me a short story", "/dev/null"], Token);

        var result = await program.EndAsync();

        var shown = result.Output.ReplaceLineEndings("\n").TrimEnd();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(await ChatEmulatedTests.StoryAsync() + "\n[stop | ", shown, StringComparison.Ordinal);
        Assert.EndsWith("tokens/s]", shown, StringComparison.Ordinal);
    }
}
