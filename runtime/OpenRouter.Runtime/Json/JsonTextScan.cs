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
    private static int FindEscaped(ReadOnlySpan<byte> text, int at, ref bool isEscaped)
    {
        // Block by block: where escapes stand close together, one look finds all of a block.
        while (text.Length - at > Vector256<byte>.Count)
        {
            var found = Ends(Vector256.Create(text[at..]));
            var next = Vector256<byte>.Count;
            while (found != 0)
            {
                var place = BitOperations.TrailingZeroCount(found);
                var length = EscapeLength(text, at + place);
                if (length <= 0)
                {
                    return length == 0 ? at + place : ~Place(text, at + place);
                }

                isEscaped = true;
                if (place + length >= Vector256<byte>.Count)
                {
                    next = place + length;
                    break;
                }

                found &= uint.MaxValue << (place + length);
            }

            at += next;
        }

        while ((at = EndOfRun(text, at)) < text.Length)
        {
            var length = EscapeLength(text, at);
            if (length <= 0)
            {
                return length == 0 ? at : ~Place(text, at);
            }

            isEscaped = true;
            at += length;
        }

        return ~text.Length;
    }

    /// <summary>The place of what is wrong: behind a backslash, else where it stands.</summary>
    private static int Place(ReadOnlySpan<byte> text, int at) => text[at] == '\\' ? Math.Min(at + 1, text.Length) : at;

    /// <summary>The place at which the plain run ends that begins at a place; the length of all when nothing ends it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EndOfRun(ReadOnlySpan<byte> text, int at)
    {
        while (text.Length - at >= Vector256<byte>.Count)
        {
            var found = Ends(Vector256.Create(text[at..]));
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

    /// <summary>The bytes of a block at which a plain run ends, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Ends(Vector256<byte> bytes)
        => (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes)).ExtractMostSignificantBits();

    /// <summary>How long the escape is at which a plain run ends; 0 when it ends at a quote, less when at what may not stand there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int EscapeLength(ReadOnlySpan<byte> text, int at)
    {
        if (text[at] != '\\')
        {
            return text[at] == '"' ? 0 : -1;
        }

        return (uint)(at + 1) < (uint)text.Length && text[at + 1] is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t'
            ? 2
            : UnitLength(text[at..]);
    }

    /// <summary>How long the escape of a number is; less than nothing when it is none.</summary>
    private static int UnitLength(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 6 || escape[1] != 'u')
        {
            return -1;
        }

        foreach (var digit in escape.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }
        }

        return 6;
    }
}
