using System;
using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Keywords;

/// <summary>Reads the keywords that say what a list holds. Items that differ by position become a list of their union.</summary>
internal static class ArrayKeywords
{
    public static void Read(Schema schema, Node node, Func<Node, Schema> read)
    {
        var items = node["items"];
        // Before 2020-12 a list of schemas stood in "items", and the rest in "additionalItems".
        var positions = items is { IsArray: true } ? items.Items : node["prefixItems"]?.Items ?? [];
        var rest = items is { IsArray: true } ? node["additionalItems"] : items ?? node["unevaluatedItems"];
        if (positions.Count == 0)
        {
            schema.Items = rest is null ? null : read(rest);
            return;
        }

        var cases = new List<Schema>(positions.ConvertAll(position => read(position)));
        if (rest is { IsObject: true })
        {
            cases.Add(read(rest));
        }

        schema.Items = cases.Count == 1 ? cases[0] : UnionOf(items ?? node["prefixItems"]!, cases);
    }

    public static Schema UnionOf(Node place, List<Schema> cases)
    {
        var union = new Schema(place);
        union.OneOf.AddRange(cases);
        return union;
    }
}
