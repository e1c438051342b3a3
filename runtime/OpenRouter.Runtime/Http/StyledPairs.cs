using System.Globalization;
using System.Text.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Spells a value as the names and texts of a query, a cookie or a form; nothing is escaped here.</summary>
internal static class StyledPairs
{
    /// <summary>The pairs of a value. A null, and a list or an object without members, has none.</summary>
    public static List<(string Name, string Value)> Of(string name, JsonElement value, ParameterStyle style, bool explode)
    {
        var pairs = new List<(string Name, string Value)>();
        var isNested = value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        if (isNested && style == ParameterStyle.DeepObject)
        {
            AddDeep(pairs, name, value);
        }
        else if (isNested && explode)
        {
            AddMembers(pairs, name, value);
        }
        else if (isNested)
        {
            var parts = Flat(value);
            if (parts.Count > 0)
            {
                pairs.Add((name, string.Join(Separator(style), parts)));
            }
        }
        else if (IsGiven(value))
        {
            pairs.Add((name, Text(value)));
        }

        return pairs;
    }

    /// <summary>The items of a list, or the names and values of an object in turn.</summary>
    public static List<string> Flat(JsonElement value)
    {
        var texts = new List<string>();
        if (value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object))
        {
            if (IsGiven(value))
            {
                texts.Add(Text(value));
            }

            return texts;
        }

        var pairs = new List<(string Name, string Value)>();
        AddMembers(pairs, "", value);
        foreach (var (name, text) in pairs)
        {
            if (value.ValueKind == JsonValueKind.Object)
            {
                texts.Add(name);
            }

            texts.Add(text);
        }

        return texts;
    }

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

    /// <summary>Adds the items of a list under one name, or the members of an object under theirs; nulls are left out.</summary>
    private static void AddMembers(List<(string Name, string Value)> pairs, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                if (IsGiven(item))
                {
                    pairs.Add((name, Text(item)));
                }
            }

            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (IsGiven(member.Value))
            {
                pairs.Add((member.Name, Text(member.Value)));
            }
        }
    }

    // OpenAPI leaves lists inside this style open. Indexes are what the services that use it read.
    private static void AddDeep(List<(string Name, string Value)> pairs, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    AddDeep(pairs, $"{name}[{member.Name}]", member.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    AddDeep(pairs, $"{name}[{index.ToString(CultureInfo.InvariantCulture)}]", item);
                    index++;
                }

                break;
            default:
                if (IsGiven(value))
                {
                    pairs.Add((name, Text(value)));
                }

                break;
        }
    }
}
