using Dashboard.Text;

namespace OpenRouter.Samples.Tests.Dashboard;

/// <summary>What a screen shows, as tmux gives it.</summary>
internal static class ScreenText
{
    /// <summary>Asserts that boxes are boxes: every row with a border has it at the left and at the right edge of the window.</summary>
    public static void AssertStraight(string screen, int columns)
    {
        var rows = screen.Split('\n').Where(static row => row.Length > 0 && "╭│╰".Contains(row[0], StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.EndsWith(row[0] switch { '╭' => "╮", '╰' => "╯", _ => "│" }, row, StringComparison.Ordinal);
            // tmux gives emoji that a selector made wide one column.
            Assert.Equal(columns, CellWidth.Of(row.Replace("\uFE0F", "", StringComparison.Ordinal)));
        });
    }

    /// <summary>The text inside of the box of the answer, without spaces at the ends of its rows.</summary>
    public static string[] InBox(string screen)
        => [.. screen.Split('\n').SkipWhile(static row => !row.StartsWith("╭─ Answer", StringComparison.Ordinal)).Skip(1).TakeWhile(static row => row.StartsWith('│')).Select(static row => row[1..^1].Trim())];
}
