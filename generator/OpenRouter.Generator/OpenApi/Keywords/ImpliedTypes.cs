using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Keywords;

/// <summary>
/// Guesses the type of a schema that names none. Strictly such a schema allows values of every type; what its other keywords
/// speak of is what its author had in mind.
/// </summary>
internal static class ImpliedTypes
{
    private static readonly (string Type, string[] Keywords)[] Keywords =
    [
        ("object", ["minProperties", "maxProperties", "propertyNames", "patternProperties", "required", "dependentRequired", "dependentSchemas", "unevaluatedProperties"]),
        ("array", ["minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"]),
        ("string", ["pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"]),
        ("number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    ];

    public static string? Of(Node node)
    {
        foreach (var (type, keywords) in Keywords)
        {
            foreach (var keyword in keywords)
            {
                if (node[keyword] is not null)
                {
                    return type;
                }
            }
        }

        return node.String("format") switch
        {
            "date-time" or "date" or "time" or "duration" or "uuid" or "uri" or "uri-reference" or "email" or "hostname" or "ipv4" or "ipv6" or "byte" or "binary" or "password" => "string",
            "int32" or "int64" => "integer",
            "float" or "double" or "decimal" => "number",
            _ => null,
        };
    }
}
