using System.Collections.Generic;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>Finds which texts a member of a union's case may have.</summary>
internal sealed class TagValues
{
    /// <summary>A member with more values than these is a setting, not a tag.</summary>
    private const int MostOfATag = 3;

    private readonly SchemaReducer _reducer;
    private readonly string? _discriminator;

    public TagValues(SchemaReducer reducer, string? discriminator)
    {
        _reducer = reducer;
        _discriminator = discriminator;
    }

    /// <summary>The values by which a member marks its case; none when it does not.</summary>
    public List<string> Of(UnionCandidate candidate, string property)
    {
        if (property != _discriminator)
        {
            return Declared(candidate.Schema, property) is { Count: <= MostOfATag } few ? few : [];
        }

        if (candidate.DiscriminatorValues.Count > 0)
        {
            return [.. candidate.DiscriminatorValues];
        }

        // Without a mapping the case itself says its values; when it does not, its name is the value.
        return Declared(candidate.Schema, property) is { Count: > 0 } own ? own
            : candidate.ComponentName is { } name ? [name]
            : [];
    }

    /// <summary>All texts that a member of an enum type allows, be it one enum or a union of several.</summary>
    public List<string> Declared(Schema schema, string property)
    {
        var values = new List<string>();
        var member = schema.Properties.Find(known => known.Name == property);
        return member is not null && Collect(_reducer.Reduce(member.Schema).Schema, values) ? values : [];
    }

    private bool Collect(Schema schema, List<string> into)
    {
        if (schema.EnumValues.Count > 0)
        {
            into.AddRange(schema.EnumValues.FindAll(value => !into.Contains(value.Text)).ConvertAll(static value => value.Text));
            return schema.EnumValues.TrueForAll(static value => value.Kind == NodeKind.String);
        }

        var branches = schema.OneOf.FindAll(static branch => !SchemaReducer.IsNullOnly(branch));
        return branches.Count > 0 && branches.TrueForAll(branch => _reducer.Reduce(branch).Schema is { OneOf.Count: 0 } inner && Collect(inner, into));
    }
}
