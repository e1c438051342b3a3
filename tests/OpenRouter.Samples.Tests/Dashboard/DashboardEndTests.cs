using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard;

/// <summary>The ways in which samples/Dashboard ends at a terminal.</summary>
public sealed class DashboardEndTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("C-c")]
    [InlineData("q")]
    [InlineData("Escape")]
    public async Task Stop_InMidStream_EndsTheRequestAndKeepsWhatArrived(string key)
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = LoopbackServer.Start(static peer => peer.StreamUntilClosedAsync(Streams.Text("Half an answer")), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);
        await terminal.SeeScreenAsync(static screen => screen.Contains("│ Half an answer", StringComparison.Ordinal), "the text");

        await terminal.PressAsync(key);
        var code = await terminal.EndAsync();
        await server.Served;

        var shown = await terminal.EverythingAsync();
        Assert.Equal(130, code);
        Assert.StartsWith("Half an answer\n╭", shown, StringComparison.Ordinal);
        Assert.Matches(@"│ State +│ stopped +│", shown);
        Assert.Matches(@"│ Tokens +│ ≈ 4 out +│", shown);
        await DashboardScreenTests.AssertRestoredAsync(terminal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Stop_BeforeTheFirstByte_EndsAtOnce()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var isAsked = new TaskCompletionSource();
        using var server = LoopbackServer.Start(
            async peer =>
            {
                isAsked.SetResult();
                await peer.SeeClosedAsync();
            },
            Token);
        await using var terminal = await Streams.OpenAsync(server, Token);
        await terminal.SeeScreenAsync(static screen => screen.Contains("(waiting for the first token)", StringComparison.Ordinal), "that it waits");
        await isAsked.Task.WaitAsync(Token);

        await terminal.PressAsync("C-c");

        Assert.Equal(130, await terminal.EndAsync());
        await server.Served;
        await DashboardScreenTests.AssertRestoredAsync(terminal);
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("INT", "INT")]
    [InlineData("TERM")]
    public async Task Terminal_ThatTakesNothingIn_DoesNotKeepTheProgram(params string[] signals)
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = LoopbackServer.Start(static peer => peer.StreamUntilClosedAsync(Streams.Text("Half an answer")), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);
        await terminal.SeeScreenAsync(static screen => screen.Contains("│ Half an answer", StringComparison.Ordinal), "the text");
        var program = await terminal.ProgramIdAsync();

        await terminal.StallAsync();
        foreach (var signal in signals)
        {
            await Signal.SendAsync(signal, program, Token);
            // The request ends at once, whatever the terminal does.
            await server.Served;
        }

        await terminal.SeeGoneAsync(program);
        await terminal.GoOnAsync();
        Assert.Equal(signals[0] == "INT" ? 130 : 143, await terminal.EndAsync());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task CutConnection_KeepsThePartAndSaysSo()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = LoopbackServer.Start(static peer => peer.CutStreamAsync(Streams.Text("Half an") + Streams.Text(" answer")), Token);

        await AssertBrokenAsync(server, "interrupted", "The answer is not complete:", "Half an answer");
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task ErrorInTheStream_KeepsThePartAndSaysSo()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = LoopbackServer.Start(
            async peer =>
            {
                await peer.BeginStreamAsync();
                await peer.StreamAsync(Streams.Text("Half") + "data: {\"error\":{\"code\":502,\"message\":\"The upstream\\nburned \\u001b[2Jdown\"}}\n\n");
                await peer.EndStreamAsync();
            },
            Token);

        await AssertBrokenAsync(server, "interrupted", "The provider failed (502: The upstream burned [2Jdown", "Half");
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task RefusedKey_SaysSo()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = LoopbackServer.Start(peer => peer.AnswerAsync("401 Unauthorized", """{"error":{"code":401,"message":"User not found."}}"""), Token);

        await AssertBrokenAsync(server, "failed", "The API key was refused (401: User not found.).", "");
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("length", "cut off at the limit", "The answer is cut off: it reached the limit of tokens.")]
    [InlineData("content_filter", "filtered", "The answer is cut off: a content filter stopped it.")]
    public async Task FinishReason_ThatIsNoWholeAnswer_IsSaid(string reason, string state, string remark)
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = Streams.Whole("Once upon", Token, reason);
        await using var terminal = await Streams.OpenAsync(server, Token, options: ["--max-tokens", "56"]);

        var code = await terminal.EndAsync();

        var shown = await terminal.EverythingAsync();
        Assert.Equal(0, code);
        Assert.Matches($@"│ State +│ {state} \({reason}\) +│", shown);
        Assert.Matches(@"│ Tokens +│ 1,234 in, 56 out +│", shown);
        Assert.Matches(@"│ Limit +│ 100 % of the limit of 56 tokens +│", shown);
        Assert.Matches(@"│ Cost +│ \$0\.00123 +│", shown);
        Assert.EndsWith(remark, shown.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory(Timeout = RunningProgram.Patience)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public async Task Signal_ThatEndsTheProgram_LeavesTheTerminalAsItWas(string signal, int expected)
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        using var server = LoopbackServer.Start(static peer => peer.StreamUntilClosedAsync(Streams.Text("Half an answer")), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);
        await terminal.SeeScreenAsync(static screen => screen.Contains("│ Half an answer", StringComparison.Ordinal), "the text");

        await Signal.SendAsync(signal, await terminal.ProgramIdAsync(), Token);

        Assert.Equal(expected, await terminal.EndAsync());
        await DashboardScreenTests.AssertRestoredAsync(terminal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Suspended_GivesTheTerminalBackUntilItGoesOn()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        using var server = Streams.Held(Streams.Text("Half"), go.Task, Streams.Text(" and half") + LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);
        await terminal.SeeScreenAsync(static screen => screen.Contains("│ Half", StringComparison.Ordinal), "the text");
        var program = await terminal.ProgramIdAsync();

        await Signal.SendAsync("TSTP", program, Token);
        await terminal.SeeScreenAsync(static screen => !screen.Contains("│ Half", StringComparison.Ordinal), "the first screen");
        await DashboardScreenTests.AssertRestoredAsync(terminal);
        await Signal.SendAsync("CONT", program, Token);
        await terminal.SeeScreenAsync(static screen => screen.Contains("│ Half", StringComparison.Ordinal), "the text again");

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
        Assert.StartsWith("Half and half\n╭", await terminal.EverythingAsync(), StringComparison.Ordinal);
    }

    private static async Task AssertBrokenAsync(LoopbackServer server, string state, string remark, string text)
    {
        await using var terminal = await Streams.OpenAsync(server, Token);

        var code = await terminal.EndAsync();

        var shown = await terminal.EverythingAsync();
        Assert.Equal(1, code);
        Assert.StartsWith(text.Length > 0 ? text + "\n╭" : "╭", shown, StringComparison.Ordinal);
        Assert.Matches($@"│ State +│ {state} +│", shown);
        Assert.Contains("╯\n" + remark, shown, StringComparison.Ordinal);
        await DashboardScreenTests.AssertRestoredAsync(terminal);
    }
}
