using System;
using System.Collections.Generic;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Keywords;

/// <summary>Reads the keywords that say which members an object has.</summary>
internal static class ObjectKeywords
{
    private static readonly string[] Conditional = ["then", "else"];

    public static void Read(Schema schema, Node node, Func<Node, Schema> read, ProblemList problems)
    {
        foreach (var name in node["required"]?.Items ?? [])
        {
            schema.Required.Add(name.Text);
        }

        foreach (var member in node["properties"]?.Members ?? [])
        {
            schema.Properties.Add(new SchemaProperty(member.Name, read(member.Value)));
        }

        ReadUnnamed(schema, node, read, problems);
        foreach (var keyword in Conditional)
        {
            if (node["if"] is not null && node[keyword] is { IsObject: true } branch)
            {
                schema.Conditional.Add(read(branch));
            }
        }

        foreach (var member in node["dependentSchemas"]?.Members ?? [])
        {
            schema.Conditional.Add(read(member.Value));
        }
    }

    private static void ReadUnnamed(Schema schema, Node node, Func<Node, Schema> read, ProblemList problems)
    {
        var others = node["additionalProperties"] ?? node["unevaluatedProperties"];
        schema.IsClosed = others is { Kind: NodeKind.Boolean, IsTrue: false };
        schema.AdditionalProperties = others is null || schema.IsClosed ? null : read(others);
        if (node["patternProperties"] is not { Members.Count: > 0 } patterns)
        {
            return;
        }

        schema.IsClosed = false;
        if (schema.Properties.Count > 0)
        {
            var place = node.Members.Find(static member => member.Name == "patternProperties")!.NameSpan;
            problems.Add(ProblemRule.UncheckedKeyword, place, "Members that match 'patternProperties' beside declared members get no property of their own; they are kept as JSON.");
            return;
        }

        var values = new List<Schema>(patterns.Members.ConvertAll(member => read(member.Value)));
        if (others is { IsObject: true })
        {
            values.Add(read(others));
        }

        schema.AdditionalProperties = values.Count == 1 ? values[0] : ArrayKeywords.UnionOf(patterns, values);
    }
}
