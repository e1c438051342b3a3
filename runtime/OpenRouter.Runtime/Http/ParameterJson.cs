using System.ComponentModel;
using System.Text.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Spells parameters that are no scalars as OpenAPI's styles say, for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterJson
{
    /// <summary>Adds a query parameter in the style "form": items repeat the name, members of an object become parameters.</summary>
    public static void Query(ApiRequest request, string name, JsonElement? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (value)
        {
            case { ValueKind: JsonValueKind.Array } items:
                foreach (var item in items.EnumerateArray())
                {
                    request.Query(name, Text(item));
                }

                break;
            case { ValueKind: JsonValueKind.Object } members:
                foreach (var member in members.EnumerateObject())
                {
                    request.Query(member.Name, Text(member.Value));
                }

                break;
            case { } scalar:
                request.Query(name, Text(scalar));
                break;
        }
    }

    /// <summary>Adds a query parameter in the style "deepObject": <c>filter[name]=value</c>, to any depth.</summary>
    public static void DeepQuery(ApiRequest request, string name, JsonElement? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (value)
        {
            case { ValueKind: JsonValueKind.Object } members:
                foreach (var member in members.EnumerateObject())
                {
                    DeepQuery(request, $"{name}[{member.Name}]", member.Value);
                }

                break;
            case { } other:
                Query(request, name, other);
                break;
        }
    }

    /// <summary>A value in the style "simple" (headers, paths, and queries that do not explode): items and members joined with commas.</summary>
    public static string? Joined(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } items => string.Join(",", items.EnumerateArray().Select(Text)),
        { ValueKind: JsonValueKind.Object } members => string.Join(",", members.EnumerateObject().Select(static member => $"{member.Name},{Text(member.Value)}")),
        { } scalar => Text(scalar),
        null => null,
    };

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
