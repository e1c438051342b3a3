using Dashboard.Measuring;
using Dashboard.Text;

namespace Dashboard.View;

/// <summary>The figures, side by side in as many rows as they need.</summary>
internal static class FigureRows
{
    private const string Between = " \u00b7 ";

    public static IReadOnlyList<Row> Of(Figures figures, int columns, int most, string indent = " ")
    {
        var rows = new List<string>();
        foreach (var part in Parts(figures))
        {
            if (rows.Count > 0 && CellWidth.Of(rows[^1]) + CellWidth.Of(Between) + CellWidth.Of(part) <= columns)
            {
                rows[^1] += Between + part;
            }
            else if (rows.Count < most)
            {
                rows.Add(indent + part);
            }
        }

        return [.. rows.Select(static row => new Row().Add(row))];
    }

    private static IEnumerable<string> Parts(Figures figures)
    {
        yield return FigureText.Tokens(figures);
        yield return FigureText.Speed(figures) ?? "no speed yet";
        yield return FigureText.FirstToken(figures) is { } first ? $"first token after {first}" : "no token yet";
        yield return FigureText.Cost(figures) ?? (figures.HasEnded ? "cost not told" : "cost at the end");
    }
}
