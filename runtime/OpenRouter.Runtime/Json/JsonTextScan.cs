using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OpenRouter.Runtime.Json;

/// <summary>Finds the end of a JSON text.</summary>
internal static class JsonTextScan
{
    /// <summary>The length of the text up to its quote; the complement of the place of what is wrong, when something is.</summary>
    /// <param name="text">The bytes behind the opening quote.</param>
    /// <param name="isEscaped">Whether the text has escapes.</param>
    public static int Find(ReadOnlySpan<byte> text, out bool isEscaped)
    {
        isEscaped = false;
        var end = Run(text);
        if ((uint)end < (uint)text.Length && text[end] == '"')
        {
            return end;
        }

        return FindEscaped(text, end, ref isEscaped);
    }

    /// <summary>How many bytes of a plain run there are; the length of all when nothing ends it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Run(ReadOnlySpan<byte> text)
    {
        if (text.Length >= Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(text);
            var ends = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(bytes, Vector128.Create((byte)0x1F)), bytes);
            var found = ends.ExtractMostSignificantBits();
            if (found != 0)
            {
                return BitOperations.TrailingZeroCount(found);
            }
        }

        return LongRun(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LongRun(ReadOnlySpan<byte> text) => EndOfRun(text, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindEscaped(ReadOnlySpan<byte> text, int end, ref bool isEscaped)
    {
        while (end < text.Length)
        {
            if (text[end] != '\\')
            {
                return text[end] == '"' ? end : ~end;
            }

            isEscaped = true;
            var length = IsLetterEscape(text, end + 1) ? 2 : UnitLength(text[end..]);
            if (length == 0)
            {
                return ~Math.Min(end + 1, text.Length);
            }

            end = EndOfRun(text, end + length);
        }

        return ~text.Length;
    }

    /// <summary>The place at which the plain run ends that begins at a place; the length of all when nothing ends it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfRun(ReadOnlySpan<byte> text, int at)
    {
        while (text.Length - at >= Vector256<byte>.Count)
        {
            var bytes = Vector256.Create(text[at..]);
            var ends = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes);
            var found = ends.ExtractMostSignificantBits();
            if (found != 0)
            {
                return at + BitOperations.TrailingZeroCount(found);
            }

            at += Vector256<byte>.Count;
        }

        while ((uint)at < (uint)text.Length && text[at] is not ((byte)'"' or (byte)'\\') && text[at] > 0x1F)
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a byte behind a backslash is all of an escape.</summary>
    private static bool IsLetterEscape(ReadOnlySpan<byte> text, int at)
        => (uint)at < (uint)text.Length && text[at] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';

    /// <summary>How long the escape of a number is; 0 when it is none.</summary>
    private static int UnitLength(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 6 || escape[1] != 'u')
        {
            return 0;
        }

        foreach (var digit in escape.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return 0;
            }
        }

        return 6;
    }
}
