using System.Buffers;
using System.Text;

namespace Dashboard.Text;

/// <summary>
/// A text that grows and is always broken into lines of a width. A piece that is added costs what it is long, however long the text is: lines that
/// have ended are not looked at again. Only another width breaks all lines anew.
/// </summary>
internal sealed class WrappedText
{
    private readonly SafeText _safe = new();
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly List<TextLine> _ended = [];
    private readonly List<TextLine> _tail = [];
    private LineState _state;
    private LineState _shown;
    private int _settled;
    private bool _isComplete;

    /// <param name="width">The columns of a line, at least 1.</param>
    public WrappedText(int width) => Width = Math.Max(1, width);

    /// <summary>The columns of a line.</summary>
    public int Width { get; private set; }

    /// <summary>How many lines there are; the last one may be empty.</summary>
    public int Count => _ended.Count + _tail.Count + 1;

    /// <summary>Whether nothing has come yet.</summary>
    public bool IsEmpty => _text.WrittenCount == 0;

    /// <summary>How many characters were looked at so far: what breaking lines has cost.</summary>
    public long Work { get; private set; }

    /// <summary>The safe text, with its own line ends and no others.</summary>
    public string Text => new(_text.WrittenSpan);

    /// <summary>Adds a piece, which may begin and end within a character.</summary>
    public void Append(ReadOnlySpan<char> piece)
    {
        _safe.Append(piece, _text);
        Settle();
    }

    /// <summary>Says that nothing more will come.</summary>
    public void Complete()
    {
        _safe.Complete(_text);
        _isComplete = true;
        Settle();
    }

    /// <summary>Breaks the lines for another width.</summary>
    public void Resize(int width)
    {
        width = Math.Max(1, width);
        if (width == Width)
        {
            return;
        }

        Width = width;
        _ended.Clear();
        _state = default;
        _settled = 0;
        Settle();
    }

    /// <summary>A line as it is drawn: tabs are spaces, and marks without a letter stand on a dotted circle.</summary>
    public string Line(int index)
    {
        var line = index < _ended.Count ? _ended[index] : index - _ended.Count < _tail.Count ? _tail[index - _ended.Count] : _shown.Line;
        return Draw(_text.WrittenSpan.Slice(line.Start, line.Length));
    }

    /// <summary>The last cluster may go on in the next piece: lines are shown with it, but it is settled only when what follows has begun.</summary>
    private void Settle()
    {
        var text = _text.WrittenSpan;
        _tail.Clear();
        while (_settled < text.Length)
        {
            var cluster = new TextLine(_settled, Clusters.NextLength(text[_settled..]));
            Work += cluster.Length;
            if (cluster.Start + cluster.Length == text.Length && !_isComplete)
            {
                _shown = _state;
                _shown.Take(text, cluster, Width, _tail);
                return;
            }

            _state.Take(text, cluster, Width, _ended);
            _settled += cluster.Length;
        }

        _shown = _state;
    }

    private static string Draw(ReadOnlySpan<char> line)
    {
        var drawn = new StringBuilder(line.Length);
        var column = 0;
        while (line.Length > 0)
        {
            var cluster = line[..Clusters.NextLength(line)];
            line = line[cluster.Length..];
            if (cluster is ['\t'])
            {
                var spaces = LineState.TabAt(column);
                drawn.Append(' ', spaces);
                column += spaces;
                continue;
            }

            drawn.Append(CellWidth.HasNoBase(cluster) ? "\u25CC" : "").Append(cluster);
            column += CellWidth.OfCluster(cluster);
        }

        return drawn.ToString();
    }
}
