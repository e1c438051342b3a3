namespace OpenRouter.Runtime.Json;

/// <summary>Finds the end of a JSON number.</summary>
internal static class JsonNumberScan
{
    /// <summary>The length of the number, or the place of what is wrong.</summary>
    /// <param name="text">The bytes from the first of the number.</param>
    /// <param name="problem">What was expected at that place; null when the number is right.</param>
    public static int Find(ReadOnlySpan<byte> text, out string? problem)
    {
        problem = null;
        var at = text[0] == '-' ? 1 : 0;
        var digits = Digits(text, at);
        if (digits == 0)
        {
            problem = "a digit";
            return at;
        }

        if (digits > 1 && text[at] == '0')
        {
            problem = "no digit behind a leading zero";
            return at + 1;
        }

        at += digits;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            digits = Digits(text, at);
            at += digits;
            problem = digits == 0 ? "a digit" : null;
        }

        if (problem is null && at < text.Length && (text[at] | 0x20) == 'e')
        {
            at++;
            at += at < text.Length && text[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            digits = Digits(text, at);
            at += digits;
            problem = digits == 0 ? "a digit" : null;
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while ((uint)end < (uint)text.Length && (uint)(text[end] - '0') <= 9)
        {
            end++;
        }

        return end - at;
    }
}
