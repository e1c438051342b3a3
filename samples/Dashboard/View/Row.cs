using System.Text;
using Dashboard.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dashboard.View;

/// <summary>A row of the screen: pieces from the left, and possibly one that ends at the right edge. It never takes more columns than it is given.</summary>
internal sealed class Row
{
    private readonly List<Segment> _left = [];
    private Segment? _right;
    private int _rightWidth;

    /// <summary>A row with nothing on it.</summary>
    public static Row Empty => new();

    /// <summary>The columns that are taken from the left.</summary>
    public int Width { get; private set; }

    /// <summary>Whether a piece stands at the right edge.</summary>
    public Segment? Right => _right;

    public int RightWidth => _rightWidth;

    public IReadOnlyList<Segment> Left => _left;

    public Row Add(string text, Style? style = null)
    {
        _left.Add(new Segment(text, style ?? Style.Plain));
        Width += CellWidth.Of(text);
        return this;
    }

    /// <summary>Puts a piece at the right edge. It is drawn at its column, wherever the terminal thinks that the rest of the row ends.</summary>
    public Row AtRight(string text, Style? style = null)
    {
        _right = new Segment(text, style ?? Style.Plain);
        _rightWidth = CellWidth.Of(text);
        return this;
    }

    /// <summary>The same row in so many columns; what does not fit is cut, and the right piece goes first.</summary>
    public Row Fit(int columns)
    {
        if (_right is not null && Width + _rightWidth > columns)
        {
            if (_rightWidth + 4 > columns)
            {
                _right = null;
                _rightWidth = 0;
            }

            return Cut(columns - _rightWidth - (_right is null ? 0 : 1));
        }

        return Width > columns ? Cut(columns) : this;
    }

    private Row Cut(int columns)
    {
        var cut = new Row { _right = _right, _rightWidth = _rightWidth };
        foreach (var segment in _left)
        {
            var room = columns - cut.Width;
            if (CellWidth.Of(segment.Text) <= room)
            {
                cut.Add(segment.Text, segment.Style);
                continue;
            }

            cut.Add(Cut(segment.Text, room), segment.Style);
            break;
        }

        return cut;
    }

    private static string Cut(string text, int columns)
    {
        if (columns < 1)
        {
            return "";
        }

        var kept = new StringBuilder();
        var width = 0;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var cluster = rest[..Clusters.NextLength(rest)];
            width += CellWidth.OfCluster(cluster);
            if (width > columns - 1)
            {
                break;
            }

            kept.Append(cluster);
            rest = rest[cluster.Length..];
        }

        return kept.Append('\u2026').ToString();
    }
}
