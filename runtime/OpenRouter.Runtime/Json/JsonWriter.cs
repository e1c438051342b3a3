using System.Text;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Writes JSON as UTF-8, byte for byte as the Utf8JsonWriter of System.Text.Json does with the same escapes. It puts commas and
/// colons and does not check whether names and values are where they belong.
/// </summary>
public sealed partial class JsonWriter
{
    /// <summary>A longer text is written block by block, so that the room for it need not be as large as its escapes could be.</summary>
    private const int BlockSize = 512;

    private readonly PieceBuffer _target;
    private readonly JsonEscaping _escaping;
    private bool _needsComma;
    private int _depth;

    /// <summary>Writes into a buffer.</summary>
    internal JsonWriter(PieceBuffer target, JsonEscaping escaping) => (_target, _escaping) = (target, escaping);

    /// <summary>Opens an object.</summary>
    public void WriteStartObject() => Open((byte)'{');

    /// <summary>Opens an object that is a member.</summary>
    public void WriteStartObject(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Open((byte)'{');
    }

    /// <summary>Closes the object that is open.</summary>
    public void WriteEndObject() => Close((byte)'}');

    /// <summary>Opens an array.</summary>
    public void WriteStartArray() => Open((byte)'[');

    /// <summary>Opens an array that is a member.</summary>
    public void WriteStartArray(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Open((byte)'[');
    }

    /// <summary>Closes the array that is open.</summary>
    public void WriteEndArray() => Close((byte)']');

    /// <summary>Writes the name of a member; its value must follow.</summary>
    public void WritePropertyName(ReadOnlySpan<char> name)
    {
        WriteText(name);
        _target.Room(1)[0] = (byte)':';
        _target.Advance(1);
        _needsComma = false;
    }

    /// <inheritdoc cref="WritePropertyName(ReadOnlySpan{char})"/>
    public void WritePropertyName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        WritePropertyName(name.AsSpan());
    }

    /// <summary>Writes the name of a member, given as UTF-8; its value must follow.</summary>
    public void WritePropertyName(ReadOnlySpan<byte> name)
    {
        if (!_escaping.IsPlain(name))
        {
            WritePropertyName(Encoding.UTF8.GetString(name));
            return;
        }

        var room = _target.Room(name.Length + 4);
        var at = 0;
        if (_needsComma)
        {
            room[at++] = (byte)',';
        }

        room[at++] = (byte)'"';
        name.CopyTo(room[at..]);
        at += name.Length;
        room[at++] = (byte)'"';
        room[at++] = (byte)':';
        _target.Advance(at);
        _needsComma = false;
    }

    private void Open(byte bracket)
    {
        if (++_depth > JsonReader.MaxDepth)
        {
            throw new InvalidOperationException($"JSON that nests deeper than {JsonReader.MaxDepth} levels is not written. Does a list or a model contain itself?");
        }

        var room = Begin(1, out var at);
        room[at++] = bracket;
        _target.Advance(at);
        _needsComma = false;
    }

    private void Close(byte bracket)
    {
        _depth--;
        _target.Room(1)[0] = bracket;
        _target.Advance(1);
        _needsComma = true;
    }

    /// <summary>The room for a value, behind the comma that it may need.</summary>
    private Span<byte> Begin(int length, out int at)
    {
        var room = _target.Room(length + 1);
        at = 0;
        if (_needsComma)
        {
            room[at++] = (byte)',';
        }

        return room;
    }

    private void End(int written)
    {
        _target.Advance(written);
        _needsComma = true;
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        if (text.Length > BlockSize)
        {
            WriteBlocks(text);
            return;
        }

        var room = Begin((text.Length * JsonEscaping.MostBytes) + 2, out var at);
        room[at++] = (byte)'"';
        at += _escaping.Write(text, room[at..]);
        room[at++] = (byte)'"';
        End(at);
    }

    private void WriteBlocks(ReadOnlySpan<char> text)
    {
        var room = Begin(1, out var at);
        room[at++] = (byte)'"';
        _target.Advance(at);
        while (!text.IsEmpty)
        {
            var block = JsonEscaping.Block(text, BlockSize);
            _target.Advance(_escaping.Write(text[..block], _target.Room(block * JsonEscaping.MostBytes)));
            text = text[block..];
        }

        _target.Room(1)[0] = (byte)'"';
        End(1);
    }
}
