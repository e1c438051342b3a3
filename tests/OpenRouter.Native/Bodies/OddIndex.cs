using System.Globalization;
using System.Text.Json;

namespace OpenRouter.Native.Bodies;

/// <summary>Finds parts whose index is no whole number: an accumulator leaves them apart, a generated type refuses them.</summary>
internal static class OddIndex
{
    public static bool IsIn(string json)
    {
        using var part = JsonDocument.Parse(json);
        return part.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("index", out var index) && index.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.Number => !index.TryGetDecimal(out var number) || decimal.Truncate(number) != number,
            JsonValueKind.String => index.GetString() is { Length: > 0 } text && !long.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => true,
        };
    }
}
