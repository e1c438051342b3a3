using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;

namespace OpenRouter.Generator.Text;

/// <summary>Reads JSON (RFC 8259) into positioned nodes. The System.Text.Json of the compiler host is not touched.</summary>
internal sealed class JsonTextReader
{
    private const int MaxDepth = 256;

    private readonly string _path;
    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private int _position;
    private int _line;
    private int _lineStart;

    private JsonTextReader(string path, string text, CancellationToken cancellationToken)
    {
        _path = path;
        _text = text;
        _cancellationToken = cancellationToken;
    }

    /// <exception cref="TextProblemException">The text is not JSON.</exception>
    public static Node Read(string path, string text, CancellationToken cancellationToken)
    {
        var reader = new JsonTextReader(path, text, cancellationToken);
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            reader._position = 1;
        }

        var root = reader.ReadValue(0);
        reader.SkipBlanks();
        if (reader._position < text.Length)
        {
            throw reader.Error("nothing may follow the document's value");
        }

        return root;
    }

    private Node ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Error("values are nested too deeply (256 levels at most)");
        }

        SkipBlanks();
        if (_position >= _text.Length)
        {
            throw Error("a value is expected, but the file ends here");
        }

        var mark = Mark();
        switch (_text[_position])
        {
            case '{':
                return ReadObject(mark, depth);
            case '[':
                return ReadArray(mark, depth);
            case '"':
                var text = ReadString();
                return Node.Scalar(NodeKind.String, text, SpanFrom(mark));
            case 't':
                return ReadLiteral("true", NodeKind.Boolean, mark);
            case 'f':
                return ReadLiteral("false", NodeKind.Boolean, mark);
            case 'n':
                return ReadLiteral("null", NodeKind.Null, mark);
            default:
                return ReadNumber(mark);
        }
    }

    private Node ReadObject((int Position, int Line, int Column) mark, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var members = new List<NodeMember>();
        HashSet<string>? names = null;
        _position++;
        SkipBlanks();
        if (!TryTake('}'))
        {
            do
            {
                SkipBlanks();
                if (_position >= _text.Length || _text[_position] != '"')
                {
                    throw Error("a member name in double quotes is expected");
                }

                var nameMark = Mark();
                var name = ReadString();
                var nameSpan = SpanFrom(nameMark);
                if (!(names ??= new HashSet<string>(StringComparer.Ordinal)).Add(name))
                {
                    throw new TextProblemException($"the member '{name}' stands twice in this object", nameSpan);
                }

                SkipBlanks();
                Take(':');
                members.Add(new NodeMember(name, nameSpan, ReadValue(depth + 1)));
                SkipBlanks();
            }
            while (TryTake(','));
            Take('}');
        }

        var node = Node.Object(SpanFrom(mark));
        node.Members.AddRange(members);
        return node;
    }

    private Node ReadArray((int Position, int Line, int Column) mark, int depth)
    {
        var items = new List<Node>();
        _position++;
        SkipBlanks();
        if (!TryTake(']'))
        {
            do
            {
                items.Add(ReadValue(depth + 1));
                SkipBlanks();
            }
            while (TryTake(','));
            Take(']');
        }

        var node = Node.Array(SpanFrom(mark));
        node.Items.AddRange(items);
        return node;
    }

    private Node ReadLiteral(string literal, NodeKind kind, (int Position, int Line, int Column) mark)
    {
        if (string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0)
        {
            throw Error("a value is expected");
        }

        _position += literal.Length;
        return Node.Scalar(kind, literal, SpanFrom(mark));
    }

    private Node ReadNumber((int Position, int Line, int Column) mark)
    {
        var start = _position;
        if (Peek() == '-')
        {
            _position++;
        }

        var integerStart = _position;
        var digits = SkipDigits();
        if (digits == 0 || (digits > 1 && _text[integerStart] == '0'))
        {
            _position = start;
            throw Error("a value is expected");
        }

        if (Peek() == '.')
        {
            _position++;
            if (SkipDigits() == 0)
            {
                throw Error("a digit is expected after the decimal point");
            }
        }

        if (Peek() is 'e' or 'E')
        {
            _position++;
            if (Peek() is '+' or '-')
            {
                _position++;
            }

            if (SkipDigits() == 0)
            {
                throw Error("a digit is expected in the exponent");
            }
        }

        return Node.Scalar(NodeKind.Number, _text.Substring(start, _position - start), SpanFrom(mark));
    }

    private string ReadString()
    {
        var start = ++_position;
        StringBuilder? buffer = null;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '"')
            {
                var tail = _text.Substring(start, _position - start);
                _position++;
                return buffer is null ? tail : buffer.Append(tail).ToString();
            }

            if (c < ' ')
            {
                throw Error("a control character must be escaped inside a string");
            }

            if (c == '\\')
            {
                buffer ??= new StringBuilder();
                buffer.Append(_text, start, _position - start).Append(ReadEscape());
                start = _position;
            }
            else
            {
                _position++;
            }
        }

        throw Error("the string is not closed");
    }

    private char ReadEscape()
    {
        _position++;
        var c = Peek();
        _position++;
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
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                _position -= 2;
                throw Error("the escape sequence is unknown");
        }
    }

    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private int SkipDigits()
    {
        var start = _position;
        while (Peek() is >= '0' and <= '9')
        {
            _position++;
        }

        return _position - start;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case '\n':
                    _position++;
                    NewLine();
                    break;
                case '\r':
                    _position++;
                    if (Peek() != '\n')
                    {
                        NewLine();
                    }

                    break;
                case ' ' or '\t':
                    _position++;
                    break;
                default:
                    return;
            }
        }
    }

    private void NewLine()
    {
        _line++;
        _lineStart = _position;
    }

    private bool TryTake(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw Error($"'{expected}' is expected");
        }
    }

    private (int Position, int Line, int Column) Mark() => (_position, _line, _position - _lineStart);

    private SourceSpan SpanFrom((int Position, int Line, int Column) mark) =>
        new(_path, mark.Position, _position - mark.Position, mark.Line, mark.Column, _line, _position - _lineStart);

    private TextProblemException Error(string message)
    {
        var column = _position - _lineStart;
        var length = _position < _text.Length ? 1 : 0;
        return new TextProblemException(message, new SourceSpan(_path, _position, length, _line, column, _line, column + length));
    }
}
