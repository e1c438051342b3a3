using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Reads JSON token by token from bytes that are all there: strict RFC 8259, without comments and trailing commas, at most
/// <see cref="MaxDepth"/> levels deep. Text is not checked to be valid UTF-8; what is read of it is repaired.
/// </summary>
/// <remarks>
/// It finds what <see cref="Utf8JsonReader"/> finds, which can also read in pieces; without that it is about twice as fast. A
/// copy reads on from the same place, on its own.
/// </remarks>
public ref partial struct JsonReader
{
    /// <summary>How deep JSON may nest; deeper than what the service nests, shallow enough for the stack.</summary>
    public const int MaxDepth = 512;

    private readonly ReadOnlySpan<byte> _json;
    private JsonLevels _levels;
    private int _at;
    private int _start;
    private int _valueStart;
    private int _valueLength;
    private bool _isEscaped;
    private JsonTokenType _type;

    /// <summary>Makes a reader, which stands before the first token.</summary>
    /// <param name="utf8">The JSON, without a byte order mark.</param>
    public JsonReader(ReadOnlySpan<byte> utf8) => _json = utf8;

    /// <summary>The kind of the token that the reader stands on.</summary>
    public readonly JsonTokenType TokenType => _type;

    /// <summary>Whether it stands on a null token.</summary>
    public readonly bool IsNull => _type == JsonTokenType.Null;

    /// <summary>Where the token begins, in bytes.</summary>
    public readonly int TokenStartIndex => _start;

    /// <summary>How many bytes were read, up to the end of the token; behind a name also its colon.</summary>
    public readonly int BytesConsumed => _at;

    /// <summary>How deep the token stands; an object or list itself stands where it begins.</summary>
    public readonly int CurrentDepth => _levels.Depth - (_type is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);

    /// <summary>The bytes of the token as they are written; of text without its quotes.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _json.Slice(_valueStart, _valueLength);

    /// <summary>Whether the text has escapes.</summary>
    public readonly bool ValueIsEscaped => _isEscaped;

    /// <summary>How many bytes of white space were passed between tokens.</summary>
    internal int Spaces { readonly get; private set; }

    /// <summary>Texts that were read before, to be given again instead of a copy.</summary>
    internal KnownTexts? Known { get; init; }

    /// <summary>The bytes from a place up to the end of the token.</summary>
    internal readonly ReadOnlySpan<byte> Written(int start) => _json[start.._at];

    /// <summary>Steps to the next token; false behind the last.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public bool Read()
    {
        _isEscaped = false;
        switch (_type)
        {
            case JsonTokenType.PropertyName:
                return ReadValue(Peek());
            case JsonTokenType.StartObject:
                return Peek() == '}' ? Close(JsonTokenType.EndObject) : ReadName();
            case JsonTokenType.StartArray:
                var first = Peek();
                return first == ']' ? Close(JsonTokenType.EndArray) : ReadValue(first);
            case JsonTokenType.None:
                return ReadValue(Peek());
            default:
                return _levels.Depth == 0 ? ReadEnd() : ReadNext();
        }
    }

    /// <summary>Skips the value that the reader stands on, or that of the name it stands on; the reader stands on its last token then.</summary>
    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public void Skip()
    {
        if (_type == JsonTokenType.PropertyName)
        {
            Read();
        }

        if (_type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _levels.Depth;
        while (_levels.Depth >= depth)
        {
            Read();
        }
    }

    /// <summary>Whether the text that the reader stands on is a text in ASCII, without escapes.</summary>
    internal readonly bool TextEquals(string ascii) => !_isEscaped && Ascii.Equals(ValueSpan, ascii);

    private bool ReadNext()
    {
        var next = Peek();
        if (next == ',')
        {
            _at++;
            return _levels.IsObject ? ReadName() : ReadValue(Peek());
        }

        return next == (_levels.IsObject ? '}' : ']')
            ? Close(_levels.IsObject ? JsonTokenType.EndObject : JsonTokenType.EndArray)
            : throw Unexpected(_levels.IsObject ? "a comma or the end of the object" : "a comma or the end of the list");
    }

    private bool ReadEnd()
    {
        SkipSpace();
        _start = _at;
        return _at == _json.Length ? false : throw Unexpected("the end of the JSON");
    }

    private bool ReadName()
    {
        if (Peek() != '"')
        {
            throw Unexpected("the name of a member");
        }

        ReadText();
        var start = _start;
        if (Peek() != ':')
        {
            throw Unexpected("a colon");
        }

        _start = start;
        _at++;
        _type = JsonTokenType.PropertyName;
        return true;
    }

    private bool ReadValue(byte first)
    {
        if (first == '"')
        {
            ReadText();
            _type = JsonTokenType.String;
            return true;
        }

        switch (first)
        {
            case (byte)'{':
                return Open(JsonTokenType.StartObject);
            case (byte)'[':
                return Open(JsonTokenType.StartArray);
            case (byte)'t':
                return ReadLiteral("true"u8, JsonTokenType.True);
            case (byte)'f':
                return ReadLiteral("false"u8, JsonTokenType.False);
            case (byte)'n':
                return ReadLiteral("null"u8, JsonTokenType.Null);
            default:
                return first == '-' || IsDigit(first) ? ReadNumber() : throw Unexpected("a value");
        }
    }

    private bool Open(JsonTokenType type)
    {
        if (_levels.Depth == MaxDepth)
        {
            throw new JsonException($"The JSON nests deeper than {MaxDepth} levels at byte {_at}.");
        }

        _levels.Enter(type == JsonTokenType.StartObject);
        return Mark(type);
    }

    private bool Close(JsonTokenType type)
    {
        _levels.Leave();
        return Mark(type);
    }

    private bool Mark(JsonTokenType type)
    {
        (_valueStart, _valueLength, _type) = (_at, 1, type);
        _at++;
        return true;
    }

    private bool ReadLiteral(ReadOnlySpan<byte> literal, JsonTokenType type)
    {
        if (!_json[_at..].StartsWith(literal))
        {
            throw Unexpected("a value");
        }

        (_valueStart, _valueLength, _type) = (_at, literal.Length, type);
        _at += literal.Length;
        return true;
    }

    private void ReadText()
    {
        var begin = _at + 1;
        var length = JsonTextScan.Find(_json[begin..], out _isEscaped);
        if (length < 0)
        {
            _at = begin + ~length;
            throw Unexpected("the rest of a text");
        }

        (_valueStart, _valueLength) = (begin, length);
        _at = begin + length + 1;
    }

    private bool ReadNumber()
    {
        var length = JsonNumberScan.Find(_json[_at..], out var problem);
        if (problem is not null)
        {
            _at += length;
            throw Unexpected(problem);
        }

        (_valueStart, _valueLength, _type) = (_at, length, JsonTokenType.Number);
        _at += length;
        return true;
    }

    /// <summary>The next byte that is no space, where a token begins; 0 at the end, which is no byte of JSON.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        var at = _at;
        if ((uint)at < (uint)_json.Length && _json[at] > ' ')
        {
            _start = at;
            return _json[at];
        }

        return PeekBehindSpace();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte PeekBehindSpace()
    {
        var before = _at;
        SkipSpace();
        Spaces += _at - before;
        _start = _at;
        return _at < _json.Length ? _json[_at] : (byte)0;
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    private readonly JsonException Unexpected(string expected)
    {
        if (_at >= _json.Length)
        {
            return new JsonException($"Expected {expected}, found the end of the JSON at byte {_json.Length}.");
        }

        var found = _json[_at];
        return new JsonException($"Expected {expected}, found {(found is > 0x20 and < 0x7F ? $"'{(char)found}'" : $"the byte 0x{found:X2}")} at byte {_at}.");
    }
}
