using System.Globalization;
using System.Text;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Reads numbers that stand in UTF-8, by way of UTF-16: a native program has the code for text anyhow, and would hold that for bytes beside it.
/// </summary>
internal static class NumberText
{
    /// <summary>Numbers are hardly ever longer.</summary>
    private const int UsualLength = 64;

    /// <summary>Reads a number; one that is too large is infinite.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> utf8, out double value)
        => double.TryParse(Widen(utf8, stackalloc char[UsualLength]), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads an amount.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> utf8, out decimal value)
        => decimal.TryParse(Widen(utf8, stackalloc char[UsualLength]), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static ReadOnlySpan<char> Widen(ReadOnlySpan<byte> utf8, Span<char> room)
        => utf8.Length <= room.Length ? room[..Encoding.UTF8.GetChars(utf8, room)] : Encoding.UTF8.GetString(utf8);
}
