using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenRouter.Generator.Tests.Official;

/// <summary>Compares JSON by meaning: the order of members and the spelling of numbers and times do not count.</summary>
internal static class JsonDifference
{
    /// <summary>The place of the first difference and what it is; null when there is none. A null may be absent again where <paramref name="mayBeLost"/> allows it.</summary>
    public static string? Of(JsonNode? read, JsonNode? written, Func<string, bool>? mayBeLost = null) => Of(read, written, "", mayBeLost ?? (static _ => false));

    public static string? Of(string read, string written) => Of(JsonNode.Parse(read), JsonNode.Parse(written));

    private static string? Of(JsonNode? read, JsonNode? written, string path, Func<string, bool> mayBeLost) => (read, written) switch
    {
        (JsonObject left, JsonObject right) => Members(left, right, path, mayBeLost),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            left.Select((item, index) => Of(item, right[index], $"{path}/{index}", mayBeLost)).FirstOrDefault(static difference => difference is not null),
        (JsonValue left, JsonValue right) => Same(left, right) ? null : $"{path} is {right.ToJsonString()} instead of {left.ToJsonString()}",
        (null, null) => null,
        _ => $"{path} is {Shorten(written)} instead of {Shorten(read)}",
    };

    private static string? Members(JsonObject read, JsonObject written, string path, Func<string, bool> mayBeLost)
    {
        foreach (var (name, value) in read)
        {
            var place = $"{path}/{name}";
            if (!written.TryGetPropertyValue(name, out var other))
            {
                if (value is not null || !mayBeLost(place))
                {
                    return $"{place} was lost";
                }
            }
            else if (Of(value, other, place, mayBeLost) is { } difference)
            {
                return difference;
            }
        }

        return written.Where(member => !read.ContainsKey(member.Key)).Select(member => $"{path}/{member.Key} came out of nowhere").FirstOrDefault();
    }

    private static bool Same(JsonValue left, JsonValue right)
    {
        var (first, second) = (left.ToJsonString(), right.ToJsonString());
        return first == second
            || (left.GetValueKind() == right.GetValueKind() && left.GetValueKind() == System.Text.Json.JsonValueKind.String && SameTime(left.GetValue<string>(), right.GetValue<string>()))
            || (left.GetValueKind() == right.GetValueKind() && left.GetValueKind() == System.Text.Json.JsonValueKind.Number && SameNumber(first, second));
    }

    private static bool SameTime(string first, string second) =>
        DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var left)
        && DateTimeOffset.TryParse(second, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var right)
        && left == right;

    private static bool SameNumber(string first, string second)
    {
        const NumberStyles Style = NumberStyles.Float;
        return decimal.TryParse(first, Style, CultureInfo.InvariantCulture, out var left) && decimal.TryParse(second, Style, CultureInfo.InvariantCulture, out var right) && left != 0
            ? left == right
            : double.Parse(first, Style, CultureInfo.InvariantCulture).Equals(double.Parse(second, Style, CultureInfo.InvariantCulture));
    }

    private static string Shorten(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 80)] : "null";
}
