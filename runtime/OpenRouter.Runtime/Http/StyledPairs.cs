using System.Text.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Spells a value as the names and texts of a query, a cookie or a form; nothing is escaped here.</summary>
internal static class StyledPairs
{
    /// <summary>The pairs of a value. A null, and a list or an object without members, has none.</summary>
    public static IEnumerable<(string Name, string Value)> Of(string name, JsonElement value, ParameterStyle style, bool explode) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.Array or JsonValueKind.Object when style == ParameterStyle.DeepObject => Deep(name, value),
        JsonValueKind.Array when explode => value.EnumerateArray().Where(IsGiven).Select(item => (name, Text(item))),
        JsonValueKind.Object when explode => value.EnumerateObject().Where(static member => IsGiven(member.Value)).Select(static member => (member.Name, Text(member.Value))),
        JsonValueKind.Array or JsonValueKind.Object => Joined(name, value, Separator(style)),
        _ => [(name, Text(value))],
    };

    /// <summary>The items of a list, or the names and values of an object in turn.</summary>
    public static IEnumerable<string> Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Where(IsGiven).Select(Text),
        JsonValueKind.Object => value.EnumerateObject().Where(static member => IsGiven(member.Value)).SelectMany(static member => new[] { member.Name, Text(member.Value) }),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [Text(value)],
    };

    /// <summary>A scalar as text, anything else as JSON.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    public static bool IsGiven(JsonElement value) => value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined);

    private static string Separator(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => " ",
        ParameterStyle.PipeDelimited => "|",
        _ => ",",
    };

    private static IEnumerable<(string Name, string Value)> Joined(string name, JsonElement value, string separator)
    {
        var parts = Flat(value).ToList();
        return parts.Count == 0 ? [] : [(name, string.Join(separator, parts))];
    }

    // OpenAPI leaves lists inside this style open. Indexes are what the services that use it read.
    private static IEnumerable<(string Name, string Value)> Deep(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Deep($"{name}[{member.Name}]", member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Deep(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}[{index}]"), item)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        _ => [(name, Text(value))],
    };
}
