using OpenRouter.Samples.Tests.Chat;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard;

/// <summary>samples/Dashboard at a terminal: what its user sees while the answer comes, and what is left.</summary>
public sealed class DashboardScreenTests
{
    private const string EndOfTable = "╰──";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_WithoutKey_ShowsTextAndFiguresAndLeavesTheWholeAnswer()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        await using var terminal = await Terminal.OpenAsync(BuildFacts.DashboardAssembly, ["--max-tokens", "1000", "--pace", "25", "Tell me a short story"], Token);

        var live = await terminal.SeeScreenAsync(static screen => screen.Contains("Every evening", StringComparison.Ordinal), "the story");
        ScreenText.AssertStraight(live, 80);
        Assert.Matches(@"\n ━+─+ ≈ \d+ % of the limit of 1,000 tokens\n ≈ \d+ tokens · ", live);
        Assert.Contains(" openrouter/auto → openrouter/auto by Emulator ", live, StringComparison.Ordinal);
        Assert.Contains(" generation gen-", live, StringComparison.Ordinal);
        Assert.Contains(" answering\n", live, StringComparison.Ordinal);
        Assert.Equal(("1", "0"), (await terminal.FactAsync("#{alternate_on}"), await terminal.FactAsync("#{cursor_flag}")));

        var code = await terminal.EndAsync();
        var shown = await terminal.EverythingAsync();
        Assert.Equal(0, code);
        Assert.Contains("emulator in this program answers.\n" + await ChatEmulatedTests.StoryAsync() + "\n╭", shown, StringComparison.Ordinal);
        Assert.Matches(@"│ State +│ finished \(stop\) +│", shown);
        Assert.Matches(@"│ Tokens +│ 5 in, \d+ out +│", shown);
        Assert.Matches(@"│ Speed +│ \d+\.\d tokens/s +│", shown);
        Assert.DoesNotContain("q or Ctrl+C", shown, StringComparison.Ordinal);
        await AssertRestoredAsync(terminal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_WideAndCombinedCharacters_KeepBordersStraight()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        var text = string.Concat(Enumerable.Repeat("漢字かな交じり文。 한국어 문장 👨‍👩‍👧 🇩🇪🇫🇷 👍🏽 ❤️ 1️⃣ e\u0301a\u0308 नमस्ते กำลัง ab ", 12)) + "\n\n　全角\tTab\n    indented";
        using var server = Streams.Held(Streams.Text(text), go.Task, LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token, columns: 61, rows: 30);

        var live = await terminal.SeeScreenAsync(static screen => screen.Contains("indented", StringComparison.Ordinal), "the text");
        ScreenText.AssertStraight(live, 61);
        Assert.Contains("漢字かな交じり文。", live, StringComparison.Ordinal);
        Assert.Contains("👨‍👩‍👧", live, StringComparison.Ordinal);

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_HostileText_CommandsNothing()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        const string Hostile = "A\u001b[2J\u001b[1;1Hgone \u001b]52;c;aGk=\u0007 \u001b]0;title\u001b\\ \u009b31m \u202Eesrever\u202C [red]x[/] [[y]] \b\b\r\nB";
        const string Harmless = "A␛[2J␛[1;1Hgone ␛]52;c;aGk=␇ ␛]0;title␛\\ \uFFFD31m \uFFFDesrever\uFFFD [red]x[/] [[y]] ␈␈";
        using var server = Streams.Held(Streams.Text(Hostile) + Streams.Reasoning("\u001b[?1049l[bold]r"), go.Task, Streams.Text("\u001b") + Streams.Text("c end") + LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token, columns: 100);

        var live = await terminal.SeeScreenAsync(
            static screen => screen.Contains("│ B", StringComparison.Ordinal) && screen.Contains("Reasoning", StringComparison.Ordinal), "text and reasoning");
        ScreenText.AssertStraight(live, 100);
        Assert.Contains("│ A␛[2J␛[1;1Hgone ␛]52;c;aGk=␇", live, StringComparison.Ordinal);
        Assert.Contains("│ ␛[?1049l[bold]r", live, StringComparison.Ordinal);
        Assert.NotEqual("title", await terminal.TitleAsync());

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
        var shown = await terminal.EverythingAsync();
        Assert.Contains(Harmless + "\nB␛c end\n", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("aGk", await terminal.FactAsync("#{buffer_sample}"), StringComparison.Ordinal);
        await AssertRestoredAsync(terminal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_Reasoning_StandsApart()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        using var server = Streams.Held(
            ": OPENROUTER PROCESSING\n\n" + Streams.Reasoning("First I count.") + Streams.Reasoning(" Then I check."), go.Task, Streams.Text("Four.") + LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);

        var live = await terminal.SeeScreenAsync(static screen => screen.Contains("check.", StringComparison.Ordinal), "the reasoning");
        Assert.Contains("╭─ Reasoning ─", live, StringComparison.Ordinal);
        Assert.Contains("│ First I count. Then I check.", live, StringComparison.Ordinal);
        Assert.Contains(" thinking\n", live, StringComparison.Ordinal);
        Assert.Equal("(the model thinks)", ScreenText.InBox(live)[0]);
        ScreenText.AssertStraight(live, 80);

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
        Assert.Contains("Reasoning:\nFirst I count. Then I check.\nAnswer:\nFour.\n╭", await terminal.EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_WhileNothingComes_SaysThatItWaitsAndThatTheServiceIsThere()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        using var server = Streams.Held(": OPENROUTER PROCESSING\n\n", go.Task, Streams.Text("Hi.") + LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);

        var live = await terminal.SeeScreenAsync(static screen => screen.Contains("keep-alive", StringComparison.Ordinal), "the keep-alive");
        Assert.Contains(" waiting\n", live, StringComparison.Ordinal);
        Assert.Equal("(waiting for the first token)", ScreenText.InBox(live)[0]);
        Assert.Contains("no limit was set, so no percentage", live, StringComparison.Ordinal);
        Assert.DoesNotContain("%", live, StringComparison.Ordinal);

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_AnswerHigherThanTheWindow_ShowsTheNewestLinesAndLeavesAll()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        var lines = Enumerable.Range(1, 300).Select(static line => $"This is line {line} of the answer.").ToList();
        using var server = Streams.Held(Streams.Text(string.Join('\n', lines)), go.Task, LoopbackPeer.End("length"), Token);
        await using var terminal = await Streams.OpenAsync(server, Token);

        var live = await terminal.SeeScreenAsync(static screen => screen.Contains("line 300 ", StringComparison.Ordinal), "the last line");
        var inBox = ScreenText.InBox(live);
        Assert.Equal(lines.TakeLast(inBox.Length), inBox);
        Assert.Contains($" … {300 - inBox.Length} lines above ─╮", live, StringComparison.Ordinal);

        go.SetResult();
        var code = await terminal.EndAsync();
        var shown = await terminal.SeeAsync(static shown => shown.Contains("reached the limit", StringComparison.Ordinal), "the remark");
        Assert.Equal(0, code);
        Assert.Contains(string.Join('\n', lines) + "\n╭", shown, StringComparison.Ordinal);
        Assert.Matches(@"│ State +│ cut off at the limit \(length\) +│", shown);
        Assert.Contains(EndOfTable, shown, StringComparison.Ordinal);
        Assert.Contains("\nThe answer is cut off: it reached the limit of tokens.", shown, StringComparison.Ordinal);
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_NoColor_DrawsWithoutColours()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        using var coloured = Streams.Held(Streams.Text("Hi there"), go.Task, LoopbackPeer.End(), Token);
        using var plain = Streams.Held(Streams.Text("Hi there"), go.Task, LoopbackPeer.End(), Token);
        await using var first = await Streams.OpenAsync(coloured, Token);
        await using var second = await Streams.OpenAsync(plain, Token, variables: ("NO_COLOR", "1"));

        await first.SeeScreenAsync(static screen => screen.Contains("│ Hi there", StringComparison.Ordinal), "the text");
        await second.SeeScreenAsync(static screen => screen.Contains("│ Hi there", StringComparison.Ordinal), "the text");
        Assert.Matches("\e\\[[0-9;]*3[0-9]", await first.StyledScreenAsync());
        Assert.DoesNotMatch("\e\\[[0-9;]*[349][0-7]", await second.StyledScreenAsync());
        go.SetResult();
        await first.EndAsync();
        await second.EndAsync();
        Assert.DoesNotMatch("\e\\[[0-9;]*[349][0-7]", await second.StyledScreenAsync());
    }

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Run_InATinyWindow_IsReadableAndLeavesLinesInPlaceOfATable()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        var go = new TaskCompletionSource();
        using var server = Streams.Held(Streams.Text("The quick brown fox jumps over the lazy dog"), go.Task, LoopbackPeer.End(), Token);
        await using var terminal = await Streams.OpenAsync(server, Token, columns: 20, rows: 5);

        var live = (await terminal.SeeScreenAsync(static screen => screen.Contains("dog", StringComparison.Ordinal), "the text")).Split('\n');
        Assert.Matches("^. answering", live[0]);
        Assert.Equal(["The quick brown fox", "jumps over the lazy", "dog"], live[1..4]);
        Assert.StartsWith("≈ 11 tokens", live[4], StringComparison.Ordinal);

        go.SetResult();
        Assert.Equal(0, await terminal.EndAsync());
        var shown = await terminal.EverythingAsync();
        Assert.Contains("The quick brown fox jumps over the lazy dog\n\nState: finished (stop)\n", shown, StringComparison.Ordinal);
        Assert.Contains("\nTokens: 1,234 in, 56 out\n", shown, StringComparison.Ordinal);
    }

    internal static async Task AssertRestoredAsync(Terminal terminal)
        => Assert.Equal("alternate 0, cursor 1, wrap 1", await terminal.FactAsync("alternate #{alternate_on}, cursor #{cursor_flag}, wrap #{wrap_flag}"));
}
