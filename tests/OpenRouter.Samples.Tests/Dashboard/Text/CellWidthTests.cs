using System.Globalization;
using Dashboard.Text;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.Tests.Dashboard.Text;

/// <summary>The columns that characters take, and what a terminal says to that.</summary>
public sealed class CellWidthTests
{
    /// <summary>Says when it is ready, since the terminal itself shows what is typed before that; then shows the lines that are typed, each alone and at the top.</summary>
    private const string Show = """stty -echo; printf ready; while IFS= read -r line; do printf '\033[H\033[2J%s' "$line"; done""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Widths => new()
    {
        { "abc", 3 },
        { "漢字", 4 },
        { "한글", 4 },
        { "ｶﾞ", 2 },
        { "Ａ", 2 },
        { "e\u0301", 1 },
        { "o\u0308\u0304", 1 },
        { "नी", 2 },
        { "กำ", 2 },
        { "\u1112\u1161\u11ab", 2 },
        { "👨‍👩‍👧", 2 },
        { "👩‍❤️‍💋‍👨", 2 },
        { "🇩🇪", 2 },
        { "🇩🇪🇫🇷", 4 },
        { "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", 2 },
        { "⌚", 2 },
        { "❤", 1 },
        { "…", 1 },
        { "␛", 1 },
        { "\uFFFD", 1 },
        { "a\u200Cb", 2 },
        { "a\u00A0b", 3 },
        { "│─╭━⠋≈", 6 },
        // tmux, like older terminals, shows the colour of the skin beside the hand.
        { "👍🏽", 4 },
    };

    [Theory]
    [MemberData(nameof(Widths))]
    public void Width_OfText_IsThatOfItsClusters(string text, int width) => Assert.Equal(width, CellWidth.Of(text));

    [Theory]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("🇩x", 3)]
    [InlineData("🏳️‍🌈", 2)]
    [InlineData("\u0301\u0302", 1)]
    public void Width_WhereTerminalsDiffer_IsTheLarger(string text, int width) => Assert.Equal(width, CellWidth.Of(text));

    [Fact]
    public void Width_OfNothing_IsNothing() => Assert.Equal(0, CellWidth.Of(""));

    [Fact(Timeout = RunningProgram.Patience)]
    public async Task Width_OfText_IsWhereTheCursorOfATerminalStandsBehindIt()
    {
        Assert.SkipUnless(Terminal.CanOpen, Terminal.Missing);
        await using var terminal = await Terminal.OpenCommandAsync(["sh", "-c", Show], Token, columns: 60, rows: 5);
        await terminal.SeeAsync("ready");
        var expected = new List<string>();
        var shown = new List<string>();
        foreach (var (text, width) in Widths.Select(static row => row.Data))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{shown.Count}:{text}|");
            await terminal.EnterAsync(line);
            await terminal.SeeScreenAsync(screen => screen.StartsWith(line[..line.IndexOf(text, StringComparison.Ordinal)], StringComparison.Ordinal) && screen.TrimEnd().EndsWith('|'), line);
            var column = int.Parse(await terminal.FactAsync("#{cursor_x}"), CultureInfo.InvariantCulture);
            expected.Add($"{text} {width}");
            shown.Add($"{text} {column - line.IndexOf(':', StringComparison.Ordinal) - 2}");
        }

        Assert.Equal(expected, shown);
    }
}
