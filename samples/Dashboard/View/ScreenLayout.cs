using Dashboard.Measuring;
using Dashboard.Text;

namespace Dashboard.View;

/// <summary>Puts a screen together for a window of any size. What it costs depends on the window, not on the answer.</summary>
internal sealed class ScreenLayout
{
    private const int LeastBoxedColumns = 36;
    private const int LeastBoxedRows = 10;
    private const int LeastRowsForReasoning = 16;
    private readonly WrappedText _answer = new(80);
    private readonly WrappedText _reasoning = new(80);

    /// <summary>The answer so far, safe for a terminal.</summary>
    public string Answer => _answer.Text;

    /// <summary>The reasoning so far, safe for a terminal.</summary>
    public string Reasoning => _reasoning.Text;

    /// <summary>Takes what came since the last frame.</summary>
    public void Add(Glance glance)
    {
        _answer.Append(glance.Text);
        _reasoning.Append(glance.Reasoning);
        if (glance.Figures.HasEnded)
        {
            _answer.Complete();
            _reasoning.Complete();
        }
    }

    /// <summary>As many rows as the window has.</summary>
    public IReadOnlyList<Row> Compose(Figures figures, int columns, int rows)
    {
        var isBoxed = columns >= LeastBoxedColumns && rows >= LeastBoxedRows;
        var width = isBoxed ? columns - Panel.Sides : columns;
        _answer.Resize(width);
        _reasoning.Resize(width);
        return isBoxed ? Boxed(figures, columns, rows) : Bare(figures, columns, rows);
    }

    private List<Row> Boxed(Figures figures, int columns, int rows)
    {
        var figureRows = FigureRows.Of(figures, columns, most: rows >= 14 ? 4 : 2);
        var screen = new List<Row>(rows);
        screen.AddRange(HeaderRows.Full(figures));
        var left = rows - screen.Count - figureRows.Count - 2;
        if (!_reasoning.IsEmpty && rows >= LeastRowsForReasoning)
        {
            // While there is no answer the reasoning is what happens; later its last lines are enough.
            var most = _answer.IsEmpty ? left / 2 : 4;
            var height = Math.Min(most, _reasoning.Count + 2);
            screen.AddRange(Panel.Box("Reasoning", _reasoning, columns, height, Palette.Reasoning, ""));
            left -= height;
        }
        else if (!_reasoning.IsEmpty)
        {
            screen.Add(new Row().Add(" thought: " + LastLine(_reasoning), Palette.Reasoning));
            left--;
        }

        screen.AddRange(Panel.Box("Answer", _answer, columns, left, Spectre.Console.Style.Plain, Placeholder(figures)));
        screen.Add(ProgressRow.Of(figures, columns));
        screen.AddRange(figureRows);
        screen.Add(Hint(figures));
        return screen;
    }

    private List<Row> Bare(Figures figures, int columns, int rows)
    {
        var hasFigures = rows >= 4;
        var textRows = rows - (rows > 1 ? 1 : 0) - (hasFigures ? 1 : 0);
        var shown = _answer.IsEmpty ? _reasoning : _answer;
        var style = _answer.IsEmpty ? Palette.Reasoning : Spectre.Console.Style.Plain;
        var screen = new List<Row>(rows);
        if (rows > 1 || (_answer.IsEmpty && _reasoning.IsEmpty))
        {
            screen.Add(HeaderRows.Short(figures, Panel.Above(shown, textRows)));
        }

        screen.AddRange(Panel.Bare(shown, Math.Min(textRows, rows - screen.Count), style));
        if (hasFigures)
        {
            screen.AddRange(FigureRows.Of(figures, columns, most: 1, indent: ""));
        }

        return screen;
    }

    private static string Placeholder(Figures figures) => figures.State switch
    {
        AnswerState.Waiting => "(waiting for the first token)",
        AnswerState.Thinking => "(the model thinks)",
        _ => "(no text)",
    };

    private static string LastLine(WrappedText text)
    {
        var last = text.Line(text.Count - 1);
        return last.Length == 0 && text.Count > 1 ? text.Line(text.Count - 2) : last;
    }

    private static Row Hint(Figures figures)
    {
        var row = new Row().Add(figures.HasEnded ? "" : " q or Ctrl+C stops", Palette.Quiet);
        return figures.KeepAliveAge is { } age
            ? row.AtRight($"the service is still there: keep-alive {FigureText.Seconds(age)} ago ", Palette.Quiet)
            : row;
    }
}
