using System.Collections.Generic;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>
/// Flattens allOf into one schema. Where branches disagree the last one wins: that is what the documents of this field
/// mean, although an intersection would often be empty. No inheritance is ever made of it.
/// </summary>
internal sealed class AllOfMerger
{
    private readonly SchemaReducer _reducer;

    public AllOfMerger(SchemaReducer reducer) => _reducer = reducer;

    public Schema Merge(Schema schema)
    {
        var branches = new List<Schema>();
        var isNullable = schema.IsNullable;
        foreach (var branch in schema.AllOf)
        {
            var reduced = _reducer.Reduce(branch);
            isNullable |= reduced.IsNullable;
            if (HasShape(reduced.Schema))
            {
                branches.Add(reduced.Schema);
            }
        }

        if (HasShape(schema, withAllOf: false))
        {
            branches.Add(schema);
        }

        if (branches.Count == 1 && !ReferenceEquals(branches[0], schema))
        {
            branches[0].ComponentName ??= schema.ComponentName;
            branches[0].Pointer ??= schema.Pointer;
            return isNullable && !branches[0].IsNullable ? Nullable(branches[0]) : branches[0];
        }

        return Flatten(schema, branches, isNullable);
    }

    /// <summary>True when a branch changes what a value looks like; a description or an empty object does not.</summary>
    private static bool HasShape(Schema schema, bool withAllOf = true) =>
        schema.Properties.Count > 0 || schema.Required.Count > 0 || !schema.OneOf.TrueForAll(branch => SchemaReducer.OnlyRestricts(branch, schema)) || schema.EnumValues.Count > 0
        || schema.Items is not null || schema.AdditionalProperties is not null || schema.IsClosed
        || (withAllOf && schema.AllOf.Count > 0)
        || (schema.Types.Count > 0 && schema.Types[0] != "object");

    private static Schema Nullable(Schema schema)
    {
        var wrapper = new Schema(schema.Node) { IsNullable = true };
        wrapper.OneOf.Add(schema);
        return wrapper;
    }

    private static Schema Flatten(Schema schema, List<Schema> branches, bool isNullable)
    {
        var last = branches.FindLast(static branch => !IsObject(branch));
        if (last is { OneOf.Count: > 0, Properties.Count: 0 } && branches.Exists(static branch => branch.Properties.Count > 0))
        {
            var cases = last.OneOf.FindAll(static branch => !SchemaReducer.IsNullOnly(branch));
            return CaseDistribution.Of(schema, cases, branches.FindAll(static branch => IsObject(branch)), isNullable);
        }

        if (last is not null)
        {
            return last;
        }

        var merged = Schema.InPlaceOf(schema);
        merged.IsNullable = isNullable;
        merged.Types.Add("object");
        foreach (var branch in branches)
        {
            MergeInto(merged, branch);
        }

        return merged;
    }

    private static bool IsObject(Schema schema) =>
        schema.OneOf.Count == 0 && schema.EnumValues.Count == 0 && (schema.Types.Count == 0 || schema.Types[0] == "object");

    private static void MergeInto(Schema merged, Schema branch)
    {
        foreach (var property in branch.Properties)
        {
            var position = merged.Properties.FindIndex(known => known.Name == property.Name);
            if (position < 0)
            {
                merged.Properties.Add(property);
            }
            else if (!property.IsConditional || merged.Properties[position].IsConditional)
            {
                merged.Properties[position] = property;
            }
        }

        merged.Required.UnionWith(branch.Required);
        merged.AdditionalProperties = branch.AdditionalProperties ?? merged.AdditionalProperties;
        merged.IsClosed = branch.IsClosed || (merged.IsClosed && branch.AdditionalProperties is null);
        merged.Description ??= branch.Description;
        merged.Role ??= branch.Role;
        merged.IsLeading |= branch.IsLeading;
    }
}
