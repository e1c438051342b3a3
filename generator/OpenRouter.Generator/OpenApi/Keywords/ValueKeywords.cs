using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Keywords;

/// <summary>Reads the keywords that say what a single value is: its types, its format, the values it may have.</summary>
internal static class ValueKeywords
{
    public static void Read(Schema schema, Node node, ProblemList problems)
    {
        ReadTypes(schema, node, problems);
        schema.Format = node.String("format") ?? FormatOfContent(node);
        ReadValues(schema, node);
        schema.ImpliedType = schema.Types.Count == 0 ? ImpliedTypes.Of(node) : null;
    }

    private static void ReadTypes(Schema schema, Node node, ProblemList problems)
    {
        if (node["type"] is not { } type)
        {
            return;
        }

        foreach (var item in type.IsArray ? type.Items : [type])
        {
            switch (item.Text)
            {
                case "null":
                    schema.IsNullable = true;
                    break;
                case "string" or "integer" or "number" or "boolean" or "array" or "object":
                    schema.Types.Add(item.Text);
                    break;
                default:
                    problems.Add(ProblemRule.UnknownType, item.Span, $"The type '{item.Text}' is unknown; expected string, integer, number, boolean, array, object or null. The value is treated as any JSON.");
                    break;
            }
        }
    }

    /// <summary>OpenAPI 3.1 says with two keywords what 3.0 said with the formats byte and binary.</summary>
    private static string? FormatOfContent(Node node)
    {
        if (node.String("contentEncoding") is { } encoding)
        {
            return encoding.ToLowerInvariant() switch { "base64" => "byte", "binary" => "binary", _ => null };
        }

        return node.String("contentMediaType") is { } media && !IsText(media) ? "binary" : null;
    }

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0
        || mediaType.IndexOf("xml", StringComparison.OrdinalIgnoreCase) >= 0;

    private static void ReadValues(Schema schema, Node node)
    {
        var values = node["const"] is { } constant ? [constant] : node["enum"] is { IsArray: true } list ? list.Items : [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var scalars = new List<Node>();
        foreach (var value in values)
        {
            schema.IsNullable |= value.Kind == NodeKind.Null;
            if (value.Kind is NodeKind.Boolean or NodeKind.Number or NodeKind.String && seen.Add((value.Kind == NodeKind.String ? "s" : "") + value.Text))
            {
                scalars.Add(value);
            }
        }

        // Lists and objects as values have no literal in C#: what remains of them is their type.
        var structured = values.FindAll(static value => value.IsArray || value.IsObject);
        if (structured.Count > 0)
        {
            AddTypes(schema, structured);
        }
        else if (scalars.Select(static value => value.Kind).Distinct().Count() > 1)
        {
            AddGroups(schema, node, scalars);
        }
        else
        {
            schema.EnumValues.AddRange(scalars);
        }
    }

    private static void AddTypes(Schema schema, List<Node> structured)
    {
        if (schema.Types.Count == 0)
        {
            schema.Types.AddRange(structured.Select(static value => value.IsArray ? "array" : "object").Distinct());
        }
    }

    /// <summary>Values of several kinds are a union of one enum a kind.</summary>
    private static void AddGroups(Schema schema, Node node, List<Node> scalars)
    {
        schema.Types.Clear();
        foreach (var group in scalars.GroupBy(static value => value.Kind))
        {
            var values = new Schema(node);
            values.EnumValues.AddRange(group);
            schema.OneOf.Add(values);
        }
    }
}
