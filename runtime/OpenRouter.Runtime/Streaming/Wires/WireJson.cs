using System.Globalization;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>Looks into the JSON of an event, an answer or a record that no model describes. What is absent, null or of another kind is not there.</summary>
internal static class WireJson
{
    /// <summary>The event as an element of its own.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonModel.Parse(json, JsonRead.Element);

    /// <summary>A member.</summary>
    public static JsonElement? Get(this JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text that is not empty.</summary>
    public static string? Text(this JsonElement parent, string name)
        => parent.Get(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A text, be it empty.</summary>
    public static string? TextOrEmpty(this JsonElement parent, string name)
        => parent.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The items of a list.</summary>
    public static List<JsonElement> Items(this JsonElement parent, string name)
    {
        var items = new List<JsonElement>();
        if (parent.Get(name) is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var item in list.EnumerateArray())
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>A whole number.</summary>
    public static long? Number(this JsonElement parent, string name)
        => parent.Get(name) is { } value && value.TryGetIndex(out var number) ? number : null;

    /// <summary>An amount.</summary>
    public static decimal? Amount(this JsonElement parent, string name)
        => parent.Get(name) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } value
            && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>The provider that the metadata of the router say was chosen.</summary>
    public static string? Provider(this JsonElement parent)
        => (parent.Get("openrouter_metadata") ?? default).Get("endpoints") is { } endpoints
            ? endpoints.Items("available").Find(static item => item.Get("selected") is { ValueKind: JsonValueKind.True }).Text("provider")
            : null;
}
