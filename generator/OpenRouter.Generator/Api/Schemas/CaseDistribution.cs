using System.Collections.Generic;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// Members that stand beside a union belong to each of its cases: an object with members and oneOf is a union of objects
/// that all have these members.
/// </summary>
internal static class CaseDistribution
{
    /// <summary>A union of the cases, each joined with the members that <paramref name="owner"/> declares itself.</summary>
    public static Schema Of(Schema owner, List<Schema> cases, bool isNullable)
    {
        var shared = new Schema(owner.Node) { AdditionalProperties = owner.AdditionalProperties, IsClosed = owner.IsClosed };
        shared.Types.Add("object");
        shared.Properties.AddRange(owner.Properties);
        shared.Required.UnionWith(owner.Required);
        return Of(owner, cases, [shared], isNullable);
    }

    /// <summary>A union in the place of <paramref name="owner"/>, whose cases are joined with other objects.</summary>
    public static Schema Of(Schema owner, List<Schema> cases, List<Schema> shared, bool isNullable)
    {
        var union = Schema.InPlaceOf(owner);
        union.Discriminator = owner.Discriminator;
        union.IsNullable = isNullable;
        foreach (var single in cases)
        {
            var joined = new Schema(single.Node) { Description = single.Description };
            joined.AllOf.AddRange(shared);
            joined.AllOf.Add(single);
            union.OneOf.Add(joined);
        }

        return union;
    }
}
