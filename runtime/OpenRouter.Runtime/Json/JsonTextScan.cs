using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OpenRouter.Runtime.Json;

/// <summary>Finds the end of a JSON text.</summary>
internal static class JsonTextScan
{
    /// <summary>The bytes at which a plain run of a text ends: a quote, a backslash, or what may not stand in it.</summary>
    private static readonly SearchValues<byte> EndOfRun = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"\\"u8);

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
    private static int LongRun(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny(EndOfRun);
        return end < 0 ? text.Length : end;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindEscaped(ReadOnlySpan<byte> text, int end, ref bool isEscaped)
    {
        while (end < text.Length)
        {
            switch (text[end])
            {
                case (byte)'"':
                    return end;
                case (byte)'\\':
                    isEscaped = true;
                    var length = EscapeLength(text[end..]);
                    if (length == 0)
                    {
                        return ~Math.Min(end + 1, text.Length);
                    }

                    end += length;
                    break;
                default:
                    return ~end;
            }

            end += Run(text[end..]);
        }

        return ~text.Length;
    }

    /// <summary>How long an escape is; 0 when it is none.</summary>
    private static int EscapeLength(ReadOnlySpan<byte> escape)
    {
        if (escape.Length < 2)
        {
            return 0;
        }

        switch (escape[1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u' when escape.Length >= 6:
                foreach (var digit in escape.Slice(2, 4))
                {
                    if (!char.IsAsciiHexDigit((char)digit))
                    {
                        return 0;
                    }
                }

                return 6;
            default:
                return 0;
        }
    }
}
