using System.Text.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>Reads the index of an entry.</summary>
internal static class JsonIndex
{
    /// <summary>Gives a whole number, also one that was written as 0.0.</summary>
    public static bool TryGetIndex(this JsonElement element, out long value)
    {
        value = 0;
        if (element.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (element.TryGetInt64(out value))
        {
            return true;
        }

        if (element.TryGetDouble(out var number) && number == Math.Floor(number) && Math.Abs(number) < long.MaxValue)
        {
            value = (long)number;
            return true;
        }

        return false;
    }
}
