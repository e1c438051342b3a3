namespace OpenRouter.Generator.Text;

/// <summary>Walks through a text and knows the line and column of every place.</summary>
internal sealed class TextCursor
{
    private readonly string _path;
    private int _line;
    private int _lineStart;

    public TextCursor(string path, string text)
    {
        _path = path;
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
        while (!IsAtEnd)
        {
            switch (Text[Position])
            {
                case '\n':
                    Position++;
                    NewLine();
                    break;
                case '\r':
                    Position++;
                    if (Peek() != '\n')
                    {
                        NewLine();
                    }

                    break;
                case ' ' or '\t':
                    Position++;
                    break;
                default:
                    return;
            }
        }
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

    public TextMark Mark() => new(Position, _line, Position - _lineStart);

    /// <summary>The span from a mark to here.</summary>
    public SourceSpan SpanFrom(TextMark mark) =>
        new(_path, mark.Position, Position - mark.Position, mark.Line, mark.Column, _line, Position - _lineStart);

    /// <summary>An error at this place, to be thrown by the caller.</summary>
    public TextProblemException Error(string message)
    {
        var column = Position - _lineStart;
        var length = IsAtEnd ? 0 : 1;
        return new TextProblemException(message, new SourceSpan(_path, Position, length, _line, column, _line, column + length));
    }

    private void NewLine()
    {
        _line++;
        _lineStart = Position;
    }
}

/// <summary>A place of a cursor.</summary>
internal readonly record struct TextMark(int Position, int Line, int Column);
