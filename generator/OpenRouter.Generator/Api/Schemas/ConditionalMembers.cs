using System.Collections.Generic;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// Members that an object has only under a condition (then, else, dependentSchemas) become optional members: a C# type has
/// the same properties whatever they hold.
/// </summary>
internal static class ConditionalMembers
{
    public static Schema Join(Schema schema, SchemaReducer reducer, ProblemList problems)
    {
        var joined = Schema.CopyOf(schema);
        joined.Conditional.Clear();
        foreach (var branch in schema.Conditional)
        {
            var reduced = reducer.Reduce(branch).Schema;
            if (reduced is { OneOf.Count: > 0, Properties.Count: 0 })
            {
                problems.Add(ProblemRule.UnsupportedKeyword, branch.Span, "A union that holds only under a condition is not turned into C#; its members are kept as JSON.");
            }

            foreach (var property in reduced.Properties)
            {
                Add(joined.Properties, property);
            }
        }

        return joined;
    }

    private static void Add(List<SchemaProperty> properties, SchemaProperty property)
    {
        var position = properties.FindIndex(known => known.Name == property.Name);
        if (position < 0)
        {
            properties.Add(property with { IsConditional = true });
        }
        else if (properties[position].IsConditional && !ReferenceEquals(properties[position].Schema, property.Schema))
        {
            // What differs by the condition may be either.
            var either = new Schema(property.Schema.Node);
            either.OneOf.Add(properties[position].Schema);
            either.OneOf.Add(property.Schema);
            properties[position] = property with { IsConditional = true, Schema = either };
        }
    }
}
