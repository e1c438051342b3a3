using System.Buffers;
using System.Globalization;
using System.Text;

namespace OpenRouter.Runtime.Json;

/// <summary>Which characters of a text are written as escapes, and how: as the encoders of System.Text.Json do it.</summary>
internal sealed class JsonEscaping
{
    /// <summary>No character becomes more bytes than an escape of the form \uXXXX has.</summary>
    public const int MostBytes = 6;

    /// <summary>After so many plain characters it pays again to look for the next escape with vectors.</summary>
    private const int PlainAgain = 16;

    private const byte Plain = 0;
    private const byte Hex = (byte)'u';

    /// <summary>Characters with an escape of two, and its second.</summary>
    private static ReadOnlySpan<byte> Short => "\"\\\b\f\n\r\t"u8;

    private static ReadOnlySpan<byte> Letters => "\"\\bfnrt"u8;

    private readonly byte[] _escapes = new byte[128];
    private readonly SearchValues<char> _plain;
    private readonly SearchValues<byte> _plainBytes;

    /// <summary>Describes a form.</summary>
    /// <param name="markup">Characters that are escaped although JSON would not need it.</param>
    public JsonEscaping(string markup)
    {
        _escapes.AsSpan(0, ' ').Fill(Hex);
        _escapes[0x7F] = Hex;
        for (var i = 0; i < Short.Length; i++)
        {
            _escapes[Short[i]] = Letters[i];
        }

        foreach (var character in markup)
        {
            _escapes[character] = Hex;
        }

        var plain = new List<char>();
        for (var character = '\0'; character < _escapes.Length; character++)
        {
            if (_escapes[character] == Plain)
            {
                plain.Add(character);
            }
        }

        _plain = SearchValues.Create([.. plain]);
        _plainBytes = SearchValues.Create(Encoding.ASCII.GetBytes([.. plain]));
    }

    /// <summary>Whether UTF-8 is ASCII that may be written as it is.</summary>
    public bool IsPlain(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyExcept(_plainBytes) < 0;

    /// <summary>Writes a text without its quotes.</summary>
    /// <param name="text">The text. Half a surrogate pair becomes U+FFFD.</param>
    /// <param name="target">Where to write; has room for <see cref="MostBytes"/> a character.</param>
    /// <returns>How much was written.</returns>
    public int Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        var (read, written) = (0, 0);
        while (true)
        {
            var rest = text[read..];
            var plain = rest.IndexOfAnyExcept(_plain);
            Ascii.FromUtf16(plain < 0 ? rest : rest[..plain], target[written..], out var count);
            written += count;
            if (plain < 0)
            {
                return written;
            }

            read += plain;
            WriteWithCare(text, ref read, target, ref written);
        }
    }

    /// <summary>How much of a text can be written at once: a block, but never the first half of a surrogate pair without the other.</summary>
    public static int Block(ReadOnlySpan<char> text, int size)
        => text.Length <= size ? text.Length : char.IsHighSurrogate(text[size - 1]) ? size - 1 : size;

    /// <summary>Writes character by character: where one needs care, more often follow.</summary>
    private void WriteWithCare(ReadOnlySpan<char> text, ref int read, Span<byte> target, ref int written)
    {
        var (i, o, plain) = (read, written, 0);
        while (i < text.Length && plain < PlainAgain)
        {
            var character = text[i];
            if (character >= 0x80)
            {
                i += WriteWide(text[i..], target, ref o);
                continue;
            }

            i++;
            switch (_escapes[character])
            {
                case Plain:
                    target[o++] = (byte)character;
                    plain++;
                    break;
                case Hex:
                    WriteHex(character, target, ref o);
                    plain = 0;
                    break;
                case var letter:
                    target[o + 1] = letter;
                    target[o] = (byte)'\\';
                    o += 2;
                    plain = 0;
                    break;
            }
        }

        (read, written) = (i, o);
    }

    /// <summary>Writes a character outside ASCII and says how many units it had.</summary>
    private static int WriteWide(ReadOnlySpan<char> text, Span<byte> target, ref int written)
    {
        var character = text[0];
        if (IsKept(character))
        {
            if (character < 0x800)
            {
                target[written + 1] = (byte)(0x80 | (character & 0x3F));
                target[written] = (byte)(0xC0 | (character >> 6));
                written += 2;
                return 1;
            }

            target[written + 2] = (byte)(0x80 | (character & 0x3F));
            target[written + 1] = (byte)(0x80 | ((character >> 6) & 0x3F));
            target[written] = (byte)(0xE0 | (character >> 12));
            written += 3;
            return 1;
        }

        if (text.Length > 1 && char.IsSurrogatePair(character, text[1]))
        {
            WriteHex(character, target, ref written);
            WriteHex(text[1], target, ref written);
            return 2;
        }

        WriteHex(char.IsSurrogate(character) ? '\uFFFD' : character, target, ref written);
        return 1;
    }

    /// <summary>Whether a character outside ASCII is written as it is: the letters of most texts, and what else is visible.</summary>
    private static bool IsKept(char character) => character switch
    {
        >= '\u4E00' and <= '\u9FEF' or >= '\u00C0' and <= '\u02FF' or >= '\u0400' and <= '\u052F' or >= '\u3041' and <= '\u3096' or >= '\u30A0' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3' => true,
        _ => CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
    };

    private static void WriteHex(char character, Span<byte> target, ref int written)
    {
        var escape = target.Slice(written, MostBytes);
        escape[0] = (byte)'\\';
        escape[1] = (byte)'u';
        escape[2] = Digit(character >> 12);
        escape[3] = Digit((character >> 8) & 0xF);
        escape[4] = Digit((character >> 4) & 0xF);
        escape[5] = Digit(character & 0xF);
        written += MostBytes;
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' - 10 + value);
}
