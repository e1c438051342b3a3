namespace OpenRouter.Runtime.Http;

/// <summary>Reads one letter of a text that may be escaped for JSON, for an address or for HTML, more than once.</summary>
internal static class EscapedLetter
{
    private const int MaxNesting = 16;

    /// <summary>The letter at the beginning, and how many characters stand for it.</summary>
    public static int Read(ReadOnlySpan<char> text, out char letter)
    {
        letter = text[0];
        var count = letter == '\\' ? ReadJson(text, ref letter) : 1;

        // JSON escapes the signs of the other two forms.
        return letter switch
        {
            '%' => count + ReadPercent(text[count..], ref letter),
            '&' => count + ReadEntity(text[count..], ref letter),
            _ => count,
        };
    }

    /// <summary>JSON within JSON doubles the backslashes.</summary>
    private static int ReadJson(ReadOnlySpan<char> text, ref char letter)
    {
        var end = 1;
        while (end < text.Length && end < MaxNesting && text[end] == '\\')
        {
            end++;
        }

        if (end < text.Length && text[end] is '/' or '"')
        {
            letter = text[end];
            return end + 1;
        }

        return end < text.Length && text[end] is 'u' or 'U' && TryHex(text[(end + 1)..], 4, ref letter) ? end + 5 : end;
    }

    /// <summary>An address within an address escapes the percent sign as %25.</summary>
    private static int ReadPercent(ReadOnlySpan<char> text, ref char letter)
    {
        var end = 0;
        while (end < MaxNesting && text[end..].StartsWith("25"))
        {
            end += 2;
        }

        return TryHex(text[end..], 2, ref letter) ? end + 2 : 0;
    }

    /// <summary>HTML within HTML escapes the ampersand.</summary>
    private static int ReadEntity(ReadOnlySpan<char> text, ref char letter)
    {
        var start = 0;
        while (start < MaxNesting && text[start..].StartsWith("amp;"))
        {
            start += 4;
        }

        var number = text[start..];
        var end = number[..Math.Min(number.Length, 10)].IndexOf(';');
        if (end < 2 || number[0] != '#')
        {
            return 0;
        }

        var isHex = number[1] is 'x' or 'X';
        var value = Number(number[(isHex ? 2 : 1)..end], isHex ? 16 : 10);
        if (value <= 0)
        {
            return 0;
        }

        letter = (char)value;
        return start + end + 1;
    }

    private static bool TryHex(ReadOnlySpan<char> text, int digits, ref char letter)
    {
        var value = text.Length < digits ? -1 : Number(text[..digits], 16);
        letter = value < 0 ? letter : (char)value;
        return value >= 0;
    }

    /// <summary>The number of a letter; -1 when it is none. The parsers of .NET are generic over number and text, and each pair is compiled anew.</summary>
    private static int Number(ReadOnlySpan<char> digits, int radix)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (!(radix == 16 ? char.IsAsciiHexDigit(digit) : char.IsAsciiDigit(digit)))
            {
                return -1;
            }

            value = (value * radix) + (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
            if (value > char.MaxValue)
            {
                return -1;
            }
        }

        return value;
    }
}
