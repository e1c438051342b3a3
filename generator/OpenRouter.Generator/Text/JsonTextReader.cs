using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;

namespace OpenRouter.Generator.Text;

/// <summary>Reads JSON (RFC 8259) into positioned nodes. The System.Text.Json of the compiler host is not touched.</summary>
internal sealed class JsonTextReader
{
    private const int MaxDepth = 256;

    private readonly TextCursor _cursor;
    private readonly NameTable _names = new();
    private readonly CancellationToken _cancellationToken;

    private JsonTextReader(TextCursor cursor, CancellationToken cancellationToken)
    {
        _cursor = cursor;
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="TextProblemException">The text is not JSON.</exception>
    public static Node Read(string path, string text, CancellationToken cancellationToken)
    {
        var cursor = new TextCursor(path, text);
        var root = new JsonTextReader(cursor, cancellationToken).ReadValue(0);
        cursor.SkipBlanks();
        if (!cursor.IsAtEnd)
        {
            throw cursor.Error("nothing may follow the document's value");
        }

        return root;
    }

    private Node ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            throw _cursor.Error("values are nested too deeply (256 levels at most)");
        }

        _cursor.SkipBlanks();
        if (_cursor.IsAtEnd)
        {
            throw _cursor.Error("a value is expected, but the file ends here");
        }

        var start = _cursor.Position;
        switch (_cursor.Text[_cursor.Position])
        {
            case '{':
                return ReadObject(start, depth);
            case '[':
                return ReadArray(start, depth);
            case '"':
                var text = ReadString(isName: false);
                return Node.Scalar(NodeKind.String, text, _cursor.From(start));
            case 't':
                return ReadLiteral("true", NodeKind.Boolean, start);
            case 'f':
                return ReadLiteral("false", NodeKind.Boolean, start);
            case 'n':
                return ReadLiteral("null", NodeKind.Null, start);
            default:
                return ReadNumber(start);
        }
    }

    private Node ReadObject(int start, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var members = new List<NodeMember>();
        HashSet<string>? names = null;
        _cursor.Position++;
        _cursor.SkipBlanks();
        if (!_cursor.TryTake('}'))
        {
            do
            {
                _cursor.SkipBlanks();
                if (_cursor.IsAtEnd || _cursor.Text[_cursor.Position] != '"')
                {
                    throw _cursor.Error("a member name in double quotes is expected");
                }

                var nameStart = _cursor.Position;
                var name = ReadString(isName: true);
                var place = _cursor.From(nameStart);
                if (MemberNames.IsTaken(name, members, ref names))
                {
                    throw new TextProblemException($"the member '{name}' stands twice in this object", place.Span);
                }

                _cursor.SkipBlanks();
                _cursor.Take(':');
                members.Add(new NodeMember(name, place, ReadValue(depth + 1)));
                _cursor.SkipBlanks();
            }
            while (_cursor.TryTake(','));
            _cursor.Take('}');
        }

        return Node.Object(members, _cursor.From(start));
    }

    private Node ReadArray(int start, int depth)
    {
        var items = new List<Node>();
        _cursor.Position++;
        _cursor.SkipBlanks();
        if (!_cursor.TryTake(']'))
        {
            do
            {
                items.Add(ReadValue(depth + 1));
                _cursor.SkipBlanks();
            }
            while (_cursor.TryTake(','));
            _cursor.Take(']');
        }

        return Node.Array(items, _cursor.From(start));
    }

    private Node ReadLiteral(string literal, NodeKind kind, int start)
    {
        if (!_cursor.StartsWith(literal))
        {
            throw _cursor.Error("a value is expected");
        }

        _cursor.Position += literal.Length;
        return Node.Scalar(kind, literal, _cursor.From(start));
    }

    private Node ReadNumber(int start)
    {
        if (_cursor.Peek() == '-')
        {
            _cursor.Position++;
        }

        var integerStart = _cursor.Position;
        var digits = _cursor.SkipDigits();
        if (digits == 0 || (digits > 1 && _cursor.Text[integerStart] == '0'))
        {
            _cursor.Position = start;
            throw _cursor.Error("a value is expected");
        }

        if (_cursor.Peek() == '.')
        {
            _cursor.Position++;
            if (_cursor.SkipDigits() == 0)
            {
                throw _cursor.Error("a digit is expected after the decimal point");
            }
        }

        if (_cursor.Peek() is 'e' or 'E')
        {
            _cursor.Position++;
            if (_cursor.Peek() is '+' or '-')
            {
                _cursor.Position++;
            }

            if (_cursor.SkipDigits() == 0)
            {
                throw _cursor.Error("a digit is expected in the exponent");
            }
        }

        return Node.Scalar(NodeKind.Number, _cursor.Text.Substring(start, _cursor.Position - start), _cursor.From(start));
    }

    private string ReadString(bool isName)
    {
        var text = _cursor.Text;
        var start = ++_cursor.Position;
        StringBuilder? buffer = null;
        while (true)
        {
            var end = start;
            while (end < text.Length && text[end] is not ('"' or '\\' or < ' '))
            {
                end++;
            }

            _cursor.Position = end;
            if (end == text.Length)
            {
                throw _cursor.Error("the string is not closed");
            }

            if (text[end] == '"')
            {
                _cursor.Position++;
                return buffer is not null ? buffer.Append(text, start, end - start).ToString()
                    : isName ? _names.Take(text, start, end - start)
                    : text.Substring(start, end - start);
            }

            if (text[end] < ' ')
            {
                throw _cursor.Error("a control character must be escaped inside a string");
            }

            buffer ??= new StringBuilder();
            buffer.Append(text, start, end - start).Append(ReadEscape());
            start = _cursor.Position;
        }
    }

    private char ReadEscape()
    {
        _cursor.Position++;
        var c = _cursor.Peek();
        _cursor.Position++;
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
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
            case 'u' when _cursor.Position + 4 <= _cursor.Text.Length
                && ushort.TryParse(_cursor.Text.Substring(_cursor.Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _cursor.Position += 4;
                return (char)code;
            default:
                _cursor.Position -= 2;
                throw _cursor.Error("the escape sequence is unknown");
        }
    }
}
