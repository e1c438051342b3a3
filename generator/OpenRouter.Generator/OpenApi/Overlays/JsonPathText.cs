using System.Globalization;
using System.Text;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>The characters of a JSONPath, taken from left to right.</summary>
internal sealed class JsonPathText
{
    private readonly string _text;

    public JsonPathText(string text) => _text = text.Trim();

    public int Position { get; private set; }

    public bool IsAtEnd => Position >= _text.Length;

    public bool TryTake(char expected)
    {
        if (IsAtEnd || _text[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(_text, Position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    public void SkipBlanks()
    {
        while (TryTake(' '))
        {
        }
    }

    public string TakeName()
    {
        var start = Position;
        while (!IsAtEnd && (char.IsLetterOrDigit(_text[Position]) || _text[Position] is '_' or '-' or '$'))
        {
            Position++;
        }

        return _text.Substring(start, Position - start);
    }

    public int? TakeIndex()
    {
        var start = Position;
        _ = TryTake('-');
        while (!IsAtEnd && char.IsDigit(_text[Position]))
        {
            Position++;
        }

        var digits = _text.Substring(start, Position - start);
        if (int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
        {
            return index;
        }

        Position = start;
        return null;
    }

    public string? TakeQuoted()
    {
        if (IsAtEnd || _text[Position] is not ('\'' or '"'))
        {
            return null;
        }

        var start = Position;
        var quote = _text[Position++];
        var value = new StringBuilder();
        while (!IsAtEnd && _text[Position] != quote)
        {
            if (_text[Position] == '\\' && Position + 1 < _text.Length)
            {
                Position++;
            }

            value.Append(_text[Position++]);
        }

        if (TryTake(quote))
        {
            return value.ToString();
        }

        Position = start;
        return null;
    }
}
