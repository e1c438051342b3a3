using System.Globalization;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the index of an entry: a whole number, also one that was written as 0.0 or as text.</summary>
internal static class JsonIndex
{
    /// <summary>Gives the index, if there is one.</summary>
    public static bool TryGetIndex(this JsonElement element, out long value)
    {
        value = 0;
        return element.ValueKind switch
        {
            JsonValueKind.Number => element.TryGetInt64(out value) || (element.TryGetDouble(out var number) && TryWhole(number, out value)),
            JsonValueKind.String => element.ValueEquals("") is false && long.TryParse(element.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
    }

    /// <summary>The index that the reader stands on; null for what is none, which is skipped.</summary>
    public static long? Read(ref JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return JsonNumber.TryWhole(reader.ValueSpan, out var value) || (NumberText.TryDouble(reader.ValueSpan, out var number) && TryWhole(number, out value)) ? value : null;
            case JsonTokenType.String:
                return JsonNumber.TryWhole(reader.ValueSpan, out var parsed) ? parsed : null;
            default:
                JsonRead.Skip(ref reader);
                return null;
        }
    }

    private static bool TryWhole(double number, out long value)
    {
        // The limit is the first number beyond the range: as a double, long.MaxValue is one too many.
        var isWhole = number == Math.Floor(number) && Math.Abs(number) < long.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }
}
