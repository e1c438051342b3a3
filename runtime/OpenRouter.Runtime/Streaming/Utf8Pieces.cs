using System.Text;
using System.Text.Unicode;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Makes UTF-8 of pieces of JSON text: those without escapes are handed on where they lie, others go through one buffer.</summary>
internal sealed class Utf8Pieces
{
    private byte[] _buffer = [];
    private TextPieces _halves;

    /// <summary>The next piece, from the bytes that stood between two quotes.</summary>
    public ReadOnlyMemory<byte> Next(ReadOnlyMemory<byte> raw, bool isEscaped)
    {
        if (raw.IsEmpty)
        {
            return default;
        }

        if (!_halves.HasHalf && Utf8.IsValid(raw.Span))
        {
            if (!isEscaped)
            {
                return raw;
            }

            Reserve(raw.Length);
            if (JsonUtf8.TryUnescape(raw.Span, _buffer, out var length))
            {
                return _buffer.AsMemory(0, length);
            }
        }

        return Next(JsonText.Decode(raw.Span, isEscaped, keepsHalves: true));
    }

    /// <summary>The next piece, from a string.</summary>
    public ReadOnlyMemory<byte> Next(string? text) => Encode(_halves.Next(text));

    /// <summary>What is left at the end.</summary>
    public ReadOnlyMemory<byte> Rest() => Encode(_halves.Rest());

    private ReadOnlyMemory<byte> Encode(string? text)
    {
        if (text is null)
        {
            return default;
        }

        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        return _buffer.AsMemory(0, Encoding.UTF8.GetBytes(text, _buffer));
    }

    private void Reserve(int length)
    {
        if (_buffer.Length < length)
        {
            _buffer = new byte[Math.Max(length, _buffer.Length * 2)];
        }
    }
}
