using System.Collections.Generic;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api.Schemas;

/// <summary>Follows references, flattens allOf and unwraps unions of one case, until a schema with a shape of its own remains.</summary>
internal sealed class SchemaReducer
{
    /// <summary>Schemas that stand for other schemas, one behind the other; the compiler's stack bears no more.</summary>
    private const int MaxDepth = 256;

    private readonly ProblemList _problems;
    private readonly AllOfMerger _merger;
    private readonly Dictionary<Schema, ReducedSchema> _known = [];
    private readonly HashSet<Schema> _inProgress = [];

    public SchemaReducer(ProblemList problems)
    {
        _problems = problems;
        _merger = new AllOfMerger(this);
    }

    public ReducedSchema Reduce(Schema schema)
    {
        if (_known.TryGetValue(schema, out var known))
        {
            return known;
        }

        if (_inProgress.Count > MaxDepth || !_inProgress.Add(schema))
        {
            var reason = _inProgress.Count > MaxDepth ? "is reached by more than 256 references and branches" : "consists of itself";
            _problems.Add(ProblemRule.CircularReference, schema.Span, $"The schema {reason}; it is treated as any JSON.");
            return new ReducedSchema(new Schema(schema.Node), schema.IsNullable);
        }

        var reduced = Step(schema);
        _inProgress.Remove(schema);
        _known[schema] = reduced;
        return reduced;
    }

    /// <summary>True for a schema that only allows null.</summary>
    public static bool IsNullOnly(Schema schema) =>
        schema is { IsNullable: true, Reference: null, Types.Count: 0, EnumValues.Count: 0, Properties.Count: 0, OneOf.Count: 0, AllOf.Count: 0, Items: null };

    private ReducedSchema Step(Schema schema)
    {
        if (schema.Reference is not null)
        {
            return schema.Target is { } target ? OrNull(Reduce(target), schema.IsNullable) : new ReducedSchema(new Schema(schema.Node), true);
        }

        if (schema.Conditional.Count > 0)
        {
            return Reduce(ConditionalMembers.Join(schema, this, _problems));
        }

        if (schema.AllOf.Count > 0)
        {
            var merged = _merger.Merge(schema);
            var inner = ReferenceEquals(merged, schema) ? new ReducedSchema(schema, false) : Reduce(merged);
            return OrNull(inner, schema.IsNullable);
        }

        return schema.OneOf.Count > 0 ? ReduceUnion(schema) : new ReducedSchema(schema, schema.IsNullable);
    }

    /// <summary>True for a branch of oneOf or anyOf that narrows its owner without saying anything new of its shape.</summary>
    public static bool OnlyRestricts(Schema branch, Schema owner) =>
        branch is { Reference: null, Properties.Count: 0, OneOf.Count: 0, AllOf.Count: 0, EnumValues.Count: 0, Conditional.Count: 0, Items: null, AdditionalProperties: null }
        && (branch.Types.Count == 0 || branch.Types.TrueForAll(owner.Types.Contains) || (branch.Types[0] == "object" && owner.Properties.Count > 0));

    /// <summary>A type that stands beside a union is that of every case that names none.</summary>
    private static Schema WithTypedCases(Schema schema, List<Schema> cases)
    {
        var union = Schema.InPlaceOf(schema);
        union.Discriminator = schema.Discriminator;
        foreach (var branch in cases)
        {
            var single = branch.Types.Count == 0 && OnlyRestricts(branch, schema) ? Schema.CopyOf(branch) : branch;
            if (!ReferenceEquals(single, branch))
            {
                single.Types.AddRange(schema.Types);
            }

            union.OneOf.Add(single);
        }

        return union;
    }

    private static ReducedSchema OrNull(ReducedSchema reduced, bool isNullable) =>
        isNullable && !reduced.IsNullable ? reduced with { IsNullable = true } : reduced;

    private ReducedSchema ReduceUnion(Schema schema)
    {
        var isNullable = schema.IsNullable;
        var cases = new List<Schema>();
        foreach (var branch in schema.OneOf)
        {
            if (IsNullOnly(branch))
            {
                isNullable = true;
            }
            else
            {
                cases.Add(branch);
            }
        }

        // Branches that only say which members must be present, or which values, add no shape to what is declared beside them.
        if ((schema.Properties.Count > 0 || schema.Types.Count > 0) && cases.TrueForAll(branch => OnlyRestricts(branch, schema)))
        {
            var declared = Schema.CopyOf(schema);
            declared.OneOf.Clear();
            return new ReducedSchema(declared, isNullable);
        }

        if (schema.Types.Count == 1 && cases.Exists(branch => branch.Types.Count == 0 && OnlyRestricts(branch, schema)))
        {
            return OrNull(Reduce(WithTypedCases(schema, cases)), isNullable);
        }

        if (schema.Properties.Count > 0)
        {
            return Reduce(CaseDistribution.Of(schema, cases, isNullable));
        }

        if (cases.Count == 1)
        {
            // An inline case takes the place of the component that consists of it, and so its name.
            cases[0].ComponentName ??= cases[0].Reference is null ? schema.ComponentName : null;
            var only = Reduce(cases[0]);
            return OrNull(only, isNullable);
        }

        foreach (var branch in cases)
        {
            isNullable |= Reduce(branch).IsNullable;
        }

        return new ReducedSchema(schema, isNullable);
    }
}
