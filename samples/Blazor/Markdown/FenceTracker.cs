namespace BlazorChat.Markdown;

/// <summary>Knows whether a fence of code is open. Where Markdown is hard to tell, it says that one is: then a section is longer, and never wrong.</summary>
internal sealed class FenceTracker
{
    private const int LeastMarks = 3;
    private char _mark;
    private int _marks;
    private int _indent;

    public bool IsOpen => _marks > 0;

    /// <summary>Looks at the next line.</summary>
    public void See(ReadOnlySpan<char> line)
    {
        var text = LineStart.WithoutMarks(line);
        var marks = CountMarks(text);
        var indent = line.Length - text.Length;
        if (IsOpen)
        {
            var closes = marks >= _marks && text[0] == _mark && text[marks..].IsWhiteSpace() && indent <= Math.Max(LeastMarks, _indent);
            _marks = closes ? 0 : _marks;
        }
        else if (marks >= LeastMarks && (text[0] == '~' || !text[marks..].Contains('`')))
        {
            (_mark, _marks, _indent) = (text[0], marks, indent);
        }
    }

    private static int CountMarks(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[0] is not ('`' or '~'))
        {
            return 0;
        }

        var rest = text.TrimStart(text[0]);
        return text.Length - rest.Length;
    }
}
