using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace OpenRouter.Runtime.Json;

/// <summary>Turns JSON text into strings; what is no valid Unicode becomes U+FFFD instead of an exception.</summary>
internal static class JsonText
{
    private const char Replacement = '\uFFFD';
    private const int StackLimit = 256;

    /// <summary>The text of the string or property name the reader stands on.</summary>
    public static string Decode(ref JsonReader reader)
    {
        return reader.Known is { } known && !reader.ValueIsEscaped ? known.Get(reader.ValueSpan) : Decode(reader.ValueSpan, reader.ValueIsEscaped);
    }

    /// <summary>
    /// The text of a string that is one piece of a longer one. A service may cut between the halves of a surrogate pair, so a
    /// half that opens or closes the piece is kept, to meet its other half when the pieces are joined; <see cref="Whole(string)"/>
    /// replaces the one that never did.
    /// </summary>
    public static string DecodePiece(ref JsonReader reader) => Decode(reader.ValueSpan, reader.ValueIsEscaped, keepsHalves: true);

    /// <summary>A text that was joined from pieces: what is still half a surrogate pair becomes U+FFFD.</summary>
    public static string Whole(string text) => HasHalf(text) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    /// <inheritdoc cref="Whole(string)"/>
    public static string Whole(StringBuilder text) => Whole(text.ToString());

    /// <summary>Decodes bytes that stood between two quotes.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8, bool escaped, bool keepsHalves = false)
    {
        if (!escaped)
        {
            return utf8.IsEmpty ? "" : Encoding.UTF8.GetString(utf8);
        }

        // No form of a character has fewer bytes than it has UTF-16 units, so the length of the bytes is enough.
        char[]? rented = null;
        Span<char> buffer = utf8.Length <= StackLimit
            ? stackalloc char[StackLimit]
            : (rented = ArrayPool<char>.Shared.Rent(utf8.Length));
        try
        {
            return new string(buffer[..Unescape(utf8, buffer, keepsHalves)]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Sixteen bytes at a time where they are plain ASCII; else what stands there is written by itself.</summary>
    private static int Unescape(ReadOnlySpan<byte> utf8, Span<char> target, bool keepsHalves)
    {
        var (at, written) = (0, 0);
        while (at < utf8.Length)
        {
            var plain = CopyAscii(utf8[at..], target[written..]);
            at += plain;
            written += plain;
            if (at == utf8.Length)
            {
                break;
            }

            at += utf8[at] == '\\'
                ? UnescapeOne(utf8[at..], target, ref written, keepsHalves)
                : CopyWide(utf8[at..], target, ref written);
        }

        return written;
    }

    /// <summary>Copies up to the first backslash or letter beyond ASCII; what is written behind the copied letters is written over later.</summary>
    private static int CopyAscii(ReadOnlySpan<byte> utf8, Span<char> target)
    {
        var at = 0;
        while (utf8.Length - at >= Vector128<byte>.Count && target.Length - at >= Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(utf8[at..]);
            var (low, high) = Vector128.Widen(bytes);
            var letters = MemoryMarshal.Cast<char, ushort>(target[at..]);
            low.CopyTo(letters);
            high.CopyTo(letters[Vector128<ushort>.Count..]);
            var stops = (Vector128.Equals(bytes, Vector128.Create((byte)'\\')) | Vector128.GreaterThanOrEqual(bytes, Vector128.Create((byte)0x80))).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return at + BitOperations.TrailingZeroCount(stops);
            }

            at += Vector128<byte>.Count;
        }

        while (at < utf8.Length && utf8[at] < 0x80 && utf8[at] != '\\')
        {
            target[at] = (char)utf8[at];
            at++;
        }

        return at;
    }

    /// <summary>Copies letters beyond ASCII, with what follows them up to a backslash.</summary>
    private static int CopyWide(ReadOnlySpan<byte> utf8, Span<char> target, ref int written)
    {
        var end = utf8.IndexOf((byte)'\\');
        var run = end < 0 ? utf8 : utf8[..end];
        Utf8.ToUtf16(run, target[written..], out _, out var letters, replaceInvalidSequences: true, isFinalBlock: true);
        written += letters;
        return run.Length;
    }

    private static int UnescapeOne(ReadOnlySpan<byte> utf8, Span<char> target, ref int written, bool keepsHalves)
    {
        if (utf8.Length < 2)
        {
            target[written++] = Replacement;
            return utf8.Length;
        }

        if (utf8[1] != 'u')
        {
            target[written++] = (char)Meaning(utf8[1]);
            return 2;
        }

        var first = Unit(utf8);
        if (!char.IsSurrogate(first))
        {
            target[written++] = first;
            return Math.Min(6, utf8.Length);
        }

        if (char.IsHighSurrogate(first) && utf8.Length >= 12 && utf8[6] == '\\' && utf8[7] == 'u' && Unit(utf8[6..]) is var second && char.IsLowSurrogate(second))
        {
            target[written++] = first;
            target[written++] = second;
            return 12;
        }

        var isAtEdge = char.IsLowSurrogate(first) ? written == 0 : utf8.Length == 6;
        target[written++] = keepsHalves && isAtEdge ? first : Replacement;
        return 6;
    }

    private static bool HasHalf(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }

    /// <summary>What the letter of a short escape stands for; those that are not named stand for themselves.</summary>
    internal static byte Meaning(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter,
    };

    /// <summary>The UTF-16 unit of an escape of the form \uXXXX.</summary>
    internal static char Unit(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 6)
        {
            return Replacement;
        }

        var value = 0;
        foreach (var digit in escape.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return Replacement;
            }

            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)value;
    }
}
