using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Chat;

/// <summary>samples/Chat at a terminal, where answer and status are seen in one place.</summary>
public sealed class ChatTerminalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_AtATerminal_ShowsAnswerThenStatus()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        await using var terminal = await Terminal.OpenAsync(BuildFacts.ChatAssembly, ["Tell me a short story"], Token);

        var code = await terminal.EndAsync();

        var shown = (await terminal.EverythingAsync()).TrimEnd();
        Assert.Equal(0, code);
        Assert.Contains(await ChatEmulatedTests.StoryAsync() + "\n[stop | ", shown, StringComparison.Ordinal);
        Assert.EndsWith("tokens/s]", shown, StringComparison.Ordinal);
    }
}
