using System.Globalization;
using Dashboard.Text;
using Spectre.Console;

namespace Dashboard.View;

/// <summary>The newest lines of a text, in a box or bare.</summary>
internal static class Panel
{
    /// <summary>The columns that a box takes of each row.</summary>
    public const int Sides = 4;

    /// <summary>A box of so many rows, borders among them; at least three.</summary>
    public static IEnumerable<Row> Box(string title, WrappedText text, int columns, int rows, Style style, string placeholder)
    {
        var lines = Newest(text, rows - 2, out var above);
        yield return Top(title, above, columns);
        for (var index = 0; index < rows - 2; index++)
        {
            var row = new Row().Add("\u2502 ", Palette.Border);
            if (index < lines.Count)
            {
                row.Add(lines[index], style);
            }
            else if (index == 0)
            {
                row.Add(placeholder, Palette.Quiet);
            }

            yield return row.Fit(columns - 2).AtRight("\u2502", Palette.Border);
        }

        yield return new Row().Add($"\u2570{new string('\u2500', columns - 2)}\u256f", Palette.Border);
    }

    /// <summary>The newest lines alone.</summary>
    public static IEnumerable<Row> Bare(WrappedText text, int rows, Style style)
    {
        var lines = Newest(text, rows, out _);
        for (var index = 0; index < rows; index++)
        {
            yield return index < lines.Count ? new Row().Add(lines[index], style) : Row.Empty;
        }
    }

    /// <summary>How many lines do not fit above the newest.</summary>
    public static int Above(WrappedText text, int rows) => Math.Max(0, Shown(text) - Math.Max(0, rows));

    /// <summary>Only what fits is looked at, however long the text is.</summary>
    private static List<string> Newest(WrappedText text, int rows, out int above)
    {
        above = Above(text, rows);
        var lines = new List<string>();
        for (var index = above; index < Shown(text); index++)
        {
            lines.Add(text.Line(index));
        }

        return lines;
    }

    /// <summary>An empty line at the end is where the next one will come.</summary>
    private static int Shown(WrappedText text) => text.Line(text.Count - 1).Length == 0 ? text.Count - 1 : text.Count;

    private static Row Top(string title, int above, int columns)
    {
        var left = $"\u256d\u2500 {title} ";
        var right = above > 0 ? string.Create(CultureInfo.InvariantCulture, $" \u2026 {Lines(above)} above \u2500\u256e") : "\u256e";
        var line = columns - CellWidth.Of(left) - CellWidth.Of(right);
        return line < 0
            ? new Row().Add($"\u256d{new string('\u2500', columns - 2)}\u256e", Palette.Border)
            : new Row().Add(left + new string('\u2500', line) + right, Palette.Border);
    }

    private static string Lines(int count) => count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{count:#,0} lines");
}
