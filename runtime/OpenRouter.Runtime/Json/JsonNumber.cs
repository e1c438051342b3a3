using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Reads numbers in every form in which services send them: 7, 7.0, 1e3, "7".</summary>
internal static class JsonNumber
{
    /// <summary>No real number is longer; what is, is not worth parsing.</summary>
    private const int MaxLength = 1024;

    public static long? Int64(ref JsonReader reader, string expected)
    {
        if (!TryText(ref reader, expected, out var text))
        {
            return null;
        }

        if (TryWhole(text, out var value))
        {
            return value;
        }

        if (NumberText.TryDecimal(text, out var number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue)
        {
            return (long)number;
        }

        JsonMismatch.Throw(expected, ref reader);
        return null;
    }

    public static double? Double(ref JsonReader reader)
    {
        if (!TryText(ref reader, "a number", out var text))
        {
            return null;
        }

        if (PlainNumber.TryDouble(text, out var plain))
        {
            return plain;
        }

        // Too large a number parses to infinity without complaint; infinity is not what was sent.
        if (!NumberText.TryDouble(text, out var value) || !double.IsFinite(value))
        {
            JsonMismatch.Throw("a number", ref reader);
        }

        return value;
    }

    public static decimal? Decimal(ref JsonReader reader)
    {
        if (!TryText(ref reader, "a decimal number", out var text))
        {
            return null;
        }

        if (PlainNumber.TryDecimal(text, out var value) || NumberText.TryDecimal(text, out value))
        {
            return value;
        }

        // The limits of decimal itself do not survive the way through double, hence the open interval.
        if (NumberText.TryDouble(text, out var wide)
            && Math.Abs(wide) < (double)decimal.MaxValue)
        {
            return (decimal)wide;
        }

        JsonMismatch.Throw("a decimal number", ref reader);
        return null;
    }

    /// <summary>Reads a whole number that is written as one.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> text, out long value)
        => PlainNumber.TryWhole(text, out value) || (Utf8Parser.TryParse(text, out value, out var length) && length == text.Length);

    private static bool TryText(ref JsonReader reader, string expected, out ReadOnlySpan<byte> text)
    {
        text = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return false;
            case JsonTokenType.Number:
                text = reader.ValueSpan;
                break;
            case JsonTokenType.String:
                var raw = reader.ValueSpan;
                text = (reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Decode(raw, escaped: true)) : raw).Trim(" \t\r\n"u8);
                if (text.IsEmpty)
                {
                    return false;
                }

                break;
            default:
                JsonMismatch.Throw(expected, ref reader);
                break;
        }

        if (text.Length > MaxLength)
        {
            JsonMismatch.Throw(expected, ref reader);
        }

        return true;
    }
}
