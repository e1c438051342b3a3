namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A value of the event that was matched last.</summary>
/// <param name="Start">Where it begins in its bytes.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="IsEscaped">Whether it has escapes.</param>
/// <param name="Number">The number, if it is one.</param>
internal readonly record struct FoundValue(int Start, int Length, bool IsEscaped, long Number)
{
    /// <summary>
    /// How many bytes a whole number has; -1 when there is none. Numbers with a fraction, an exponent or more digits than surely
    /// fit are left to the reader: the byte behind the digits is not the expected one.
    /// </summary>
    public static int NumberLength(ReadOnlySpan<byte> bytes, out long number)
    {
        const int MaxDigits = 18;
        var first = !bytes.IsEmpty && bytes[0] == '-' ? 1 : 0;
        var at = first;
        number = 0;
        while (at < bytes.Length && at < MaxDigits && (uint)(bytes[at] - '0') <= 9)
        {
            number = (number * 10) + bytes[at] - '0';
            at++;
        }

        number = first == 0 ? number : -number;
        return at == first || (bytes[first] == '0' && at > first + 1) ? -1 : at;
    }
}
