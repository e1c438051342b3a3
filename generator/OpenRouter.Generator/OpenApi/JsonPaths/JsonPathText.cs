using System.Globalization;
using System.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>The characters of a query, taken from left to right.</summary>
internal sealed class JsonPathText
{
    /// <summary>Integers beyond this are not the same everywhere (I-JSON).</summary>
    private const long MaxInteger = 9007199254740991;

    private readonly string _text;

    public JsonPathText(string text) => _text = text;

    public int Position { get; private set; }

    public bool IsAtEnd => Position >= _text.Length;

    public char Next => IsAtEnd ? '\0' : _text[Position];

    public JsonPathException Error(string message) => new(message, Position);

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(_text, Position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    public void Take(string expected)
    {
        if (!TryTake(expected))
        {
            throw Error($"'{expected}' is expected");
        }
    }

    public void SkipBlanks()
    {
        while (Next is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }
    }

    /// <summary>
    /// A name without quotes. Hyphens and dollars are taken as well, though the RFC wants quotes for them: overlays are full
    /// of <c>.x-something</c>, and nothing else could be meant.
    /// </summary>
    public string TakeName()
    {
        var start = Position;
        while (IsNameCharacter(Next) || (Position > start && (Next is '-' || char.IsDigit(Next))))
        {
            Position++;
        }

        return Position > start ? _text.Substring(start, Position - start) : throw Error("a name is expected");
    }

    public string TakeFunctionName()
    {
        var start = Position;
        while (Next is (>= 'a' and <= 'z') or '_' || (Position > start && char.IsDigit(Next)))
        {
            Position++;
        }

        return _text.Substring(start, Position - start);
    }

    public long? TakeInteger()
    {
        var start = Position;
        _ = TryTake("-");
        var digits = Position;
        SkipDigits();
        if (Position == start)
        {
            return null;
        }

        var text = _text.Substring(start, Position - start);
        var isPlain = Position > digits && (_text[digits] != '0' || text == "0");
        if (isPlain && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -MaxInteger and <= MaxInteger)
        {
            return value;
        }

        Position = start;
        throw Error("the number is no plain integer");
    }

    /// <summary>A JSON number, in the text's own spelling.</summary>
    public string TakeNumber()
    {
        var start = Position;
        _ = TryTake("-");
        var digits = Position;
        SkipDigits();
        if (Position == digits || (Position > digits + 1 && _text[digits] == '0'))
        {
            throw Error("a value is expected");
        }

        if (TryTake("."))
        {
            RequireDigits();
        }

        if (TryTake("e") || TryTake("E"))
        {
            _ = TryTake("+") || TryTake("-");
            RequireDigits();
        }

        return _text.Substring(start, Position - start);
    }

    public string TakeQuoted()
    {
        var quote = Next;
        var value = new StringBuilder();
        Position++;
        while (Next != quote)
        {
            if (IsAtEnd || Next < ' ')
            {
                throw Error("the text in quotes is not closed");
            }

            value.Append(Next == '\\' ? TakeEscape(quote) : Next);
            Position++;
        }

        Position++;
        return value.ToString();
    }

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '$' or >= '\u0080';

    private void SkipDigits()
    {
        while (Next is >= '0' and <= '9')
        {
            Position++;
        }
    }

    private void RequireDigits()
    {
        var start = Position;
        SkipDigits();
        if (Position == start)
        {
            throw Error("a digit is expected");
        }
    }

    /// <summary>Leaves the position at the escape's last character.</summary>
    private char TakeEscape(char quote)
    {
        Position++;
        switch (Next)
        {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '/' or '\\':
                return Next;
            case 'u' when Position + 4 < _text.Length
                && ushort.TryParse(_text.Substring(Position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                Position += 4;
                return (char)code;
            case var c when c == quote:
                return c;
            default:
                throw Error("the escape sequence is unknown");
        }
    }
}
