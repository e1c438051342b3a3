using System.Globalization;
using System.Text.Json;

namespace OpenRouter.Generated.Tests.Json;

/// <summary>Compares what was written with what was read: by meaning, not by letters.</summary>
internal static class JsonComparison
{
    /// <summary>The first difference; null when there is none. A null member may be absent after writing.</summary>
    public static string? Difference(JsonElement read, JsonElement written, string path = "$") => (read.ValueKind, written.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(read, written, path),
        (JsonValueKind.Array, JsonValueKind.Array) => Items(read, written, path),
        (JsonValueKind.Number, JsonValueKind.Number) => Number(read).Equals(Number(written)) ? null : Differs(read, written, path),
        (JsonValueKind.String, JsonValueKind.String) => SameText(read.GetString()!, written.GetString()!) ? null : Differs(read, written, path),
        var (left, right) => left == right ? null : Differs(read, written, path),
    };

    private static string? Members(JsonElement read, JsonElement written, string path)
    {
        foreach (var member in read.EnumerateObject())
        {
            if (!written.TryGetProperty(member.Name, out var value))
            {
                if (member.Value.ValueKind != JsonValueKind.Null)
                {
                    return $"{path}.{member.Name} was lost";
                }
            }
            else if (Difference(member.Value, value, $"{path}.{member.Name}") is { } difference)
            {
                return difference;
            }
        }

        return written.EnumerateObject().Where(member => !read.TryGetProperty(member.Name, out _)).Select(member => $"{path}.{member.Name} came out of nowhere").FirstOrDefault();
    }

    private static string? Items(JsonElement read, JsonElement written, string path)
        => read.GetArrayLength() != written.GetArrayLength()
            ? $"{path} has {written.GetArrayLength()} items instead of {read.GetArrayLength()}"
            : read.EnumerateArray().Zip(written.EnumerateArray()).Select((pair, index) => Difference(pair.First, pair.Second, $"{path}[{index}]")).FirstOrDefault(static text => text is not null);

    private static bool SameText(string read, string written)
        => read == written
            || (DateTimeOffset.TryParse(read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var left)
                && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var right)
                && left == right);

    private static object Number(JsonElement element)
        => decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : element.GetDouble();

    private static string Differs(JsonElement read, JsonElement written, string path) => $"{path} is {written.GetRawText()} instead of {read.GetRawText()}";
}
