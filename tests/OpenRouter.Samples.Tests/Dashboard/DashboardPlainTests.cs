using OpenRouter.Samples.Tests.Chat;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard;

/// <summary>samples/Dashboard where nothing can be drawn: pipes, files, and terminals that know no commands.</summary>
public sealed class DashboardPlainTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Redirected_WritesTheTextAloneAndFiguresApart()
    {
        using var program = RunningProgram.Start(RunningProgram.Host, [BuildFacts.DashboardAssembly, "Tell me a short story"], Token);

        var result = await program.EndAsync();

        Assert.Equal((0, await ChatEmulatedTests.StoryAsync()), (result.ExitCode, result.Output.TrimEnd('\n')));
        Assert.Equal("OPENROUTER_API_KEY is not set: the emulator in this program answers.", result.ErrorLines[0]);
        // Four seconds of story, on a machine that is not busy: a line after two seconds, and the last.
        Assert.Matches(@"^answering \| openrouter/auto by Emulator \| ≈ \d+ tokens out \| ≈ \d+\.\d tokens/s \| first token after \d+\.\d\d s \| \d+\.\d s$", result.ErrorLines[1]);
        Assert.Matches(@"^finished \(stop\) \| openrouter/auto by Emulator \| 5 tokens in \| \d+ tokens out \| \d+\.\d tokens/s \| .* \| \$0\.\d+$", result.ErrorLines[^1]);
        Assert.DoesNotContain('\e', result.Output + result.Error);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Redirected_WritesThePiecesAsTheyArrive()
    {
        var go = new TaskCompletionSource();
        using var server = Streams.Held(Streams.Text("First, "), go.Task, Streams.Text("then 漢字 👨‍👩‍👧.\r\n\tEnd\n") + LoopbackPeer.End(), Token);
        using var program = Streams.Start(server, Token);

        await program.SeeAsync("First, ");
        go.SetResult();
        var result = await program.EndAsync();

        Assert.Equal((0, "First, then 漢字 👨‍👩‍👧.\r\n\tEnd\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("finished (stop) | a/b by Loopback | 1,234 tokens in | 56 tokens out | ", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Redirected_LetsNoCommandThrough()
    {
        using var server = Streams.Whole("a\u001b[31mb\u009bc \u200Ed", Token);
        using var program = Streams.Start(server, Token);

        var result = await program.EndAsync();

        Assert.Equal("a␛[31mb\uFFFDc \u200Ed\n", result.Output);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_RedirectedAndInterrupted_KeepsThePartAndSaysSo()
    {
        using var server = LoopbackServer.Start(static peer => peer.CutStreamAsync(Streams.Text("Half an answer")), Token);
        using var program = Streams.Start(server, Token);

        var result = await program.EndAsync();

        Assert.Equal((1, "Half an answer\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("interrupted | a/b by Loopback | ≈ 4 tokens out | ", result.ErrorLines[^2], StringComparison.Ordinal);
        Assert.StartsWith("The answer is not complete:", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_RedirectedAndCtrlC_EndsTheRequestAndSaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signal is sent as Linux sends it.");
        using var server = LoopbackServer.Start(static peer => peer.StreamUntilClosedAsync(Streams.Text("Half an answer")), Token);
        using var program = Streams.StartThatCanBeStopped(server, Token);
        await program.SeeAsync("Half an answer");

        await Signal.SendAsync("INT", program.Id, Token);
        var result = await program.EndAsync();
        await server.Served;

        Assert.Equal((130, "Half an answer\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("stopped | a/b by Loopback | ≈ 4 tokens out | ", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_DumbTerminal_GetsPlainLines()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = Streams.Whole("Hello\nthere", Token);
        await using var terminal = await Streams.OpenAsync(server, Token, variables: ("TERM", "dumb"));

        Assert.Equal(0, await terminal.EndAsync());
        var shown = await terminal.EverythingAsync();
        Assert.StartsWith("Hello\nthere\nfinished (stop) | a/b by Loopback | ", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("╭", shown, StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_PromptOnStandardInput_IsSentWithTheOptions()
    {
        using var server = Streams.Whole("Hi.", Token);
        using var program = RunningProgram.Start(
            RunningProgram.Host,
            [BuildFacts.DashboardAssembly, "--base-url", server.BaseUrl, "--model=a/b", "--max-tokens", "77", "--system", "Be brief."],
            Token,
            RunningProgram.Key,
            "From a pipe\n");

        var result = await program.EndAsync();

        Assert.Equal((0, "Hi.\n"), (result.ExitCode, result.Output));
        Assert.All(["\"model\":\"a/b\"", "\"max_tokens\":77", "From a pipe", "Be brief."], text => Assert.Contains(text, server.Request, StringComparison.Ordinal));
        Assert.Contains("73 % of the limit of 77 tokens", result.Error, StringComparison.Ordinal);
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("--max-tokens is a number from 1 to 10,000,000. Try --help.", "--max-tokens", "0", "Hello")]
    [InlineData("--pace is a number from 0 to 60,000. Try --help.", "--pace", "-1", "Hello")]
    [InlineData("--nonsense is not an option. Try --help.", "--nonsense", "1", "Hello")]
    [InlineData("--base-url needs a key. Set OPENROUTER_API_KEY. Try --help.", "--base-url", "http://127.0.0.1:1/api/v1", "Hello")]
    [InlineData("There is no prompt, neither as an argument nor on standard input. Try --help.")]
    public async Task Run_CalledWrongly_SaysHow(string message, params string[] arguments)
    {
        using var program = RunningProgram.Start(RunningProgram.Host, [BuildFacts.DashboardAssembly, .. arguments], Token);

        var result = await program.EndAsync();

        Assert.Equal((2, "", message), (result.ExitCode, result.Output, Assert.Single(result.ErrorLines)));
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Help_NamesEveryOption()
    {
        using var program = RunningProgram.Start(RunningProgram.Host, [BuildFacts.DashboardAssembly, "--help"], Token);

        var result = await program.EndAsync();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(["--model", "--system", "--max-tokens", "--pace", "--base-url", "--help", "OPENROUTER_API_KEY"], text => Assert.Contains(text, result.Output, StringComparison.Ordinal));
    }
}
