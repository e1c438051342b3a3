using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace OpenRouter.Runtime.Json;

/// <content>Values.</content>
public sealed partial class JsonWriter
{
    /// <summary>The longest form of a number, a time or a GUID, with quotes.</summary>
    private const int ScalarSize = 64;

    /// <summary>A multiple of three, so that base64 written in parts has padding only at its end.</summary>
    private const int Base64Block = 3 * 1024;

    /// <summary>Writes text, or null.</summary>
    public void WriteStringValue(string? value)
    {
        if (value is null)
        {
            WriteNullValue();
            return;
        }

        WriteText(value);
    }

    /// <summary>Writes text.</summary>
    public void WriteStringValue(ReadOnlySpan<char> value) => WriteText(value);

    /// <summary>Writes text that is given as UTF-8.</summary>
    public void WriteStringValue(ReadOnlySpan<byte> value)
    {
        if (!_escaping.IsPlain(value))
        {
            WriteText(Encoding.UTF8.GetString(value));
            return;
        }

        _target.Write(_needsComma ? ",\""u8 : "\""u8);
        _target.Write(value);
        _target.Write("\""u8);
        _needsComma = true;
    }

    /// <summary>Writes a time in ISO 8601.</summary>
    public void WriteStringValue(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[ScalarSize];
        Utf8Formatter.TryFormat(value, text, out var length, new StandardFormat('O'));
        WriteQuoted(WithoutFinalZeros(text[..length]));
    }

    /// <summary>Writes a GUID.</summary>
    public void WriteStringValue(Guid value)
    {
        Span<byte> text = stackalloc byte[ScalarSize];
        Utf8Formatter.TryFormat(value, text, out var length);
        WriteQuoted(text[..length]);
    }

    /// <summary>Writes bytes in base64.</summary>
    public void WriteBase64StringValue(ReadOnlySpan<byte> bytes)
    {
        var room = Begin(1, out var at);
        room[at++] = (byte)'"';
        _target.Advance(at);
        while (!bytes.IsEmpty)
        {
            var block = Math.Min(bytes.Length, Base64Block);
            Base64.EncodeToUtf8(bytes[..block], _target.Room(Base64.GetMaxEncodedToUtf8Length(block)), out _, out var written);
            _target.Advance(written);
            bytes = bytes[block..];
        }

        _target.Room(1)[0] = (byte)'"';
        End(1);
    }

    /// <summary>Writes a whole number.</summary>
    public void WriteNumberValue(int value) => WriteNumberValue((long)value);

    /// <summary>Writes a whole number.</summary>
    public void WriteNumberValue(long value)
    {
        var room = Begin(ScalarSize, out var at);
        Utf8Formatter.TryFormat(value, room[at..], out var length);
        End(at + length);
    }

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">JSON has no such number: it is infinite or none.</exception>
    public void WriteNumberValue(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON knows no infinite number and no NaN. Give a finite one, or leave it out.", nameof(value));
        }

        var room = Begin(ScalarSize, out var at);
        Utf8Formatter.TryFormat(value, room[at..], out var length);
        End(at + length);
    }

    /// <summary>Writes an amount.</summary>
    public void WriteNumberValue(decimal value)
    {
        var room = Begin(ScalarSize, out var at);
        Utf8Formatter.TryFormat(value, room[at..], out var length);
        End(at + length);
    }

    /// <summary>Writes a truth value.</summary>
    public void WriteBooleanValue(bool value) => WriteRawValue(value ? "true"u8 : "false"u8);

    /// <summary>Writes null.</summary>
    public void WriteNullValue() => WriteRawValue("null"u8);

    /// <summary>Writes one value that is JSON already.</summary>
    public void WriteRawValue(ReadOnlySpan<byte> json)
    {
        if (_needsComma)
        {
            _target.Write(","u8);
        }

        _target.Write(json);
        _needsComma = true;
    }

    private void WriteQuoted(ReadOnlySpan<byte> text)
    {
        var room = Begin(text.Length + 2, out var at);
        room[at++] = (byte)'"';
        text.CopyTo(room[at..]);
        at += text.Length;
        room[at++] = (byte)'"';
        End(at);
    }

    /// <summary>A round-trip time has seven digits of a second; those that say nothing are left out.</summary>
    private static Span<byte> WithoutFinalZeros(Span<byte> time)
    {
        var zone = "yyyy-MM-ddTHH:mm:ss.fffffff".Length;
        var end = time[..zone].TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
        time[zone..].CopyTo(time[end..]);
        return time[..(end + time.Length - zone)];
    }
}
