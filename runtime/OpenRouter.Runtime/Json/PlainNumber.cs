namespace OpenRouter.Runtime.Json;

/// <summary>A number as most are written: some digits, with or without a sign and a fraction. It is read exactly without the parsers of .NET.</summary>
internal static class PlainNumber
{
    /// <summary>As many digits fit into a <see cref="long"/> whatever they are.</summary>
    private const int MaxLength = 18;

    /// <summary>Up to this a <see cref="double"/> holds every whole number.</summary>
    private const long MaxExact = 1L << 53;

    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>Reads a number without a fraction.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out long value)
    {
        var isRead = TryRead(text, out var digits, out var scale, out var isNegative) && scale == 0;
        value = isNegative ? -digits : digits;
        return isRead;
    }

    /// <summary>Reads a number; the quotient of two numbers that are held exactly is rounded once, as the number itself would be.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> text, out double value)
    {
        var isRead = TryRead(text, out var digits, out var scale, out var isNegative) && digits <= MaxExact;
        value = isRead ? digits / PowersOfTen[scale] : 0;
        value = isNegative ? -value : value;
        return isRead;
    }

    /// <summary>Reads a number with as many places as it is written with.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        // Zero with a sign is left to .NET.
        var isRead = TryRead(text, out var digits, out var scale, out var isNegative) && (digits != 0 || !isNegative);
        value = isRead ? new decimal((int)digits, (int)(digits >> 32), 0, isNegative, (byte)scale) : 0;
        return isRead;
    }

    private static bool TryRead(ReadOnlySpan<byte> text, out long digits, out int scale, out bool isNegative)
    {
        (digits, scale) = (0, 0);
        isNegative = !text.IsEmpty && text[0] == '-';
        text = isNegative ? text[1..] : text;
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return false;
        }

        var point = -1;
        for (var at = 0; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[at] == '.' && point < 0 && at > 0)
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        scale = point < 0 ? 0 : text.Length - point - 1;
        return point < 0 || scale > 0;
    }
}
