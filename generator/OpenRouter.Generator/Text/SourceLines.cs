using System.Collections.Generic;

namespace OpenRouter.Generator.Text;

/// <summary>The lines of an input file. They are counted when the first place of the file has to be shown to somebody.</summary>
internal sealed class SourceLines
{
    private readonly string _text;
    private List<int>? _starts;

    public SourceLines(string path, string text)
    {
        Path = path;
        _text = text;
    }

    public string Path { get; }

    public SourceSpan Span(int start, int length)
    {
        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(start + length);
        return new SourceSpan(Path, start, length, line, column, endLine, endColumn);
    }

    private (int Line, int Column) Place(int position)
    {
        _starts ??= FindStarts();
        var found = _starts.BinarySearch(position);
        var line = found < 0 ? ~found - 1 : found;
        return (line, position - _starts[line]);
    }

    private List<int> FindStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = _text.IndexOfAny(['\r', '\n']); i >= 0; i = _text.IndexOfAny(['\r', '\n'], i))
        {
            i += string.CompareOrdinal(_text, i, "\r\n", 0, 2) == 0 ? 2 : 1;
            starts.Add(i);
        }

        return starts;
    }
}
