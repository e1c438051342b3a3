namespace OpenRouter.Generator.Text;

/// <summary>Walks through a text.</summary>
internal sealed class TextCursor
{
    private readonly SourceLines _lines;

    public TextCursor(string path, string text)
    {
        _lines = new SourceLines(path, text);
        Text = text;
        Position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    public string Text { get; }

    public int Position { get; set; }

    public bool IsAtEnd => Position >= Text.Length;

    public char Peek() => IsAtEnd ? '\0' : Text[Position];

    public bool StartsWith(string expected) => string.CompareOrdinal(Text, Position, expected, 0, expected.Length) == 0;

    public int SkipDigits()
    {
        var start = Position;
        while (Peek() is >= '0' and <= '9')
        {
            Position++;
        }

        return Position - start;
    }

    public void SkipBlanks()
    {
        var text = Text;
        var position = Position;
        while (position < text.Length && text[position] is ' ' or '\n' or '\r' or '\t')
        {
            position++;
        }

        Position = position;
    }

    public bool TryTake(char expected)
    {
        if (IsAtEnd || Text[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Error($"'{expected}' is expected");
        }
    }

    /// <summary>The place from a position to here.</summary>
    public SourcePlace From(int start) => new(_lines, start, Position - start);

    /// <summary>An error at this place, to be thrown by the caller.</summary>
    public TextProblemException Error(string message) => new(message, _lines.Span(Position, IsAtEnd ? 0 : 1));
}
