namespace Dashboard.Text;

/// <summary>The line that is being filled. It takes one cluster after the other and never looks at one again, so that it can be copied and tried.</summary>
internal struct LineState
{
    private const int TabWidth = 4;
    private int _start;
    private int _column;
    private int _inkEnd;
    private int _breakEnd;
    private int _breakNext;
    private int _breakColumn;
    private TextLine _last;
    private int _lastWidth;

    /// <summary>The line as far as it is known, without spaces at its end.</summary>
    public readonly TextLine Line => new(_start, Math.Max(0, _inkEnd - _start));

    private readonly bool HasInk => _inkEnd > _start;

    /// <summary>The columns that a tab takes at a column.</summary>
    public static int TabAt(int column) => TabWidth - (column % TabWidth);

    /// <summary>Takes the next cluster. Lines that end by it are added to those that have ended.</summary>
    public void Take(ReadOnlySpan<char> text, TextLine cluster, int width, List<TextLine> ended)
    {
        var characters = text.Slice(cluster.Start, cluster.Length);
        if (characters is ['\n'])
        {
            ended.Add(Line);
            Begin(cluster.Start + 1);
        }
        else if (BreakRules.IsSpace(characters))
        {
            TakeSpace(characters, cluster.Start + cluster.Length);
        }
        else
        {
            TakeInk(text, cluster, CellWidth.OfCluster(characters), width, ended);
        }
    }

    /// <summary>Spaces hang over the end of a line; those at the beginning of a paragraph are its indentation, at which no line ends.</summary>
    private void TakeSpace(ReadOnlySpan<char> space, int next)
    {
        _column += space is ['\t'] ? TabAt(_column) : CellWidth.OfCluster(space);
        if (HasInk)
        {
            (_breakEnd, _breakNext, _breakColumn) = (_inkEnd, next, _column);
        }

        _last = default;
    }

    private void TakeInk(ReadOnlySpan<char> text, TextLine cluster, int clusterWidth, int width, List<TextLine> ended)
    {
        if (_last.Length > 0
            && HasInk
            && BreakRules.MayPart(text.Slice(_last.Start, _last.Length), _lastWidth, text.Slice(cluster.Start, cluster.Length), clusterWidth))
        {
            (_breakEnd, _breakNext, _breakColumn) = (_inkEnd, cluster.Start, _column);
        }

        while (_column > 0 && _column + clusterWidth > width)
        {
            EndFor(cluster.Start, ended);
        }

        _column += clusterWidth;
        _inkEnd = cluster.Start + cluster.Length;
        (_last, _lastWidth) = (cluster, clusterWidth);
    }

    private void EndFor(int next, List<TextLine> ended)
    {
        if (_breakNext > _start)
        {
            // What stands behind the last opportunity moves to the next line.
            ended.Add(new TextLine(_start, _breakEnd - _start));
            _column -= _breakColumn;
            _start = _breakNext;
            _breakNext = 0;
        }
        else
        {
            // A word that is longer than the line is cut; an indentation that is, is dropped.
            if (HasInk)
            {
                ended.Add(Line);
            }

            Begin(next);
        }
    }

    private void Begin(int start)
    {
        (_start, _column, _inkEnd, _breakNext) = (start, 0, start, 0);
        _last = default;
    }
}
