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

    private const char ByteOrderMark = '\uFEFF';
    private const byte Plain = 0;
    private const byte Hex = (byte)'u';

    /// <summary>Characters with an escape of two, and its second.</summary>
    private static ReadOnlySpan<byte> Short => "\"\\\b\f\n\r\t"u8;

    private static ReadOnlySpan<byte> Letters => "\"\\bfnrt"u8;

    private readonly byte[] _escapes = new byte[128];
    private readonly SearchValues<char> _plain;

    /// <summary>Describes a form.</summary>
    /// <param name="markup">Characters that are escaped although JSON would not need it.</param>
    public JsonEscaping(string markup)
    {
        for (var character = 0; character < ' '; character++)
        {
            _escapes[character] = Hex;
        }

        _escapes[0x7F] = Hex;
        for (var i = 0; i < Short.Length; i++)
        {
            _escapes[Short[i]] = Letters[i];
        }

        foreach (var character in markup)
        {
            _escapes[character] = Hex;
        }

        var plain = new StringBuilder(_escapes.Length);
        for (var character = '\0'; character < _escapes.Length; character++)
        {
            if (_escapes[character] == Plain)
            {
                plain.Append(character);
            }
        }

        _plain = SearchValues.Create(plain.ToString());
    }

    /// <summary>Whether UTF-8 is ASCII that may be written as it is. Names are too short for vectors to pay.</summary>
    public bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> escapes = _escapes;
        foreach (var value in utf8)
        {
            if (value >= escapes.Length || escapes[value] != Plain)
            {
                return false;
            }
        }

        return true;
    }

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
        ReadOnlySpan<byte> escapes = _escapes;
        var (i, o, plain) = (read, written, 0);
        while (i < text.Length && plain < PlainAgain)
        {
            var character = text[i++];
            if (character < escapes.Length)
            {
                if (escapes[character] is var escape && escape == Plain)
                {
                    target[o++] = (byte)character;
                    plain++;
                    continue;
                }

                o += escape == Hex ? WriteHex(character, target[o..]) : WriteShort(escape, target[o..]);
                plain = 0;
            }
            else if (!IsKept(character))
            {
                var isPair = i < text.Length && char.IsSurrogatePair(character, text[i]);
                o += WriteHex(isPair || !char.IsSurrogate(character) ? character : '\uFFFD', target[o..]);
                o += isPair ? WriteHex(text[i++], target[o..]) : 0;
            }
            else if (character < 0x800)
            {
                target[o + 1] = (byte)(0x80 | (character & 0x3F));
                target[o] = (byte)(0xC0 | (character >> 6));
                o += 2;
            }
            else
            {
                target[o + 2] = (byte)(0x80 | (character & 0x3F));
                target[o + 1] = (byte)(0x80 | ((character >> 6) & 0x3F));
                target[o] = (byte)(0xE0 | (character >> 12));
                o += 3;
            }
        }

        (read, written) = (i, o);
    }

    /// <summary>Whether a character outside ASCII is written as it is. The ranges hold the letters of most texts and nothing else.</summary>
    private static bool IsKept(char character)
        => character is (>= '\u4E00' and <= '\u9FEF') or (>= '\u00AE' and <= '\u02FF') or (>= '\u0400' and <= '\u052F') or (>= '\u2010' and <= '\u2027')
                or (>= '\u3041' and <= '\u3096') or (>= '\u30A0' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3')
            || (character != ByteOrderMark && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private static int WriteShort(byte letter, Span<byte> target)
    {
        target[1] = letter;
        target[0] = (byte)'\\';
        return 2;
    }

    private static int WriteHex(char character, Span<byte> target)
    {
        target[5] = Digit(character & 0xF);
        target[4] = Digit((character >> 4) & 0xF);
        target[3] = Digit((character >> 8) & 0xF);
        target[2] = Digit(character >> 12);
        target[1] = (byte)'u';
        target[0] = (byte)'\\';
        return MostBytes;
    }

    private static byte Digit(int value) => "0123456789ABCDEF"u8[value];
}
