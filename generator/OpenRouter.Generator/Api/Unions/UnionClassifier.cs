using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>
/// The ladder for oneOf and anyOf: string enums merge into one open enum; other cases are told apart by their JSON kind,
/// then by a tag, then by members that only one of them requires.
/// </summary>
internal sealed class UnionClassifier
{
    private readonly TypeResolver _types;
    private readonly SchemaReducer _reducer;
    private readonly ProblemList _problems;

    public UnionClassifier(TypeResolver types, SchemaReducer reducer, ProblemList problems)
    {
        _types = types;
        _reducer = reducer;
        _problems = problems;
    }

    public ClassifiedUnion Classify(Schema union, string nameHint)
    {
        var branches = new List<UnionBranch>();
        Flatten(union, branches, []);
        if (MergeStrings(branches) is { } values)
        {
            return values.Count > 1
                ? new ClassifiedUnion(null, values, [], null)
                : new ClassifiedUnion(TypeRef.String, null, [], null);
        }

        var cases = Candidates(union, branches, nameHint);
        return cases.Count == 1 && cases[0].Type.Kind != TypeKind.Any
            ? new ClassifiedUnion(cases[0].Type, null, [], null)
            : cases.TrueForAll(static candidate => candidate.Type.Kind == TypeKind.Any)
                ? new ClassifiedUnion(TypeRef.Any, null, [], null)
                : new ClassifiedUnion(null, null, cases, ReadingOf(union, cases));
    }

    /// <summary>Unions inside a union become cases of the outer one.</summary>
    private void Flatten(Schema union, List<UnionBranch> into, HashSet<Schema> path)
    {
        if (!path.Add(union))
        {
            return;
        }

        foreach (var branch in union.OneOf)
        {
            if (SchemaReducer.IsNullOnly(branch))
            {
                continue;
            }

            var reduced = _reducer.Reduce(branch).Schema;
            if (reduced.OneOf.Count > 0 && reduced.Properties.Count == 0)
            {
                Flatten(reduced, into, path);
            }
            else if (into.Find(known => ReferenceEquals(known.Schema, reduced)) is { } twin)
            {
                twin.Tags.AddRange(TagsOf(union, branch));
            }
            else
            {
                into.Add(new UnionBranch(reduced, TagsOf(union, branch), branch.Target?.ComponentName ?? reduced.ComponentName));
            }
        }
    }

    private static List<string> TagsOf(Schema union, Schema branch) =>
        [.. (union.Discriminator?.Mapping ?? [])
            .Where(entry => ReferenceEquals(entry.Schema, branch) || ReferenceEquals(entry.Schema, branch.Target))
            .Select(static entry => entry.Value)];

    /// <summary>The member that tells the cases apart: by the union's own word, or by that of a union inside it.</summary>
    private string? DiscriminatorOf(Schema union) =>
        union.Discriminator?.PropertyName
        ?? union.OneOf.Select(branch => _reducer.Reduce(branch).Schema.Discriminator?.PropertyName).FirstOrDefault(static name => name is not null);

    /// <summary>The values of a union that consists of string enums, with or without free strings; null for any other union.</summary>
    private static List<string>? MergeStrings(List<UnionBranch> branches)
    {
        var values = new List<string>();
        foreach (var schema in branches.Select(static branch => branch.Schema))
        {
            var isString = schema.Types.Count == 1 && schema.Types[0] == "string" && schema.Format is null or "enum";
            var isEnum = schema.EnumValues.Count > 0 && schema.EnumValues.TrueForAll(static value => value.Kind == NodeKind.String);
            if (!isEnum && (!isString || schema.EnumValues.Count > 0))
            {
                return null;
            }

            foreach (var value in schema.EnumValues)
            {
                if (!values.Contains(value.Text))
                {
                    values.Add(value.Text);
                }
            }
        }

        return values;
    }

    private List<UnionCandidate> Candidates(Schema union, List<UnionBranch> branches, string nameHint)
    {
        var strings = branches.FindAll(static branch => IsPlainString(branch.Schema));
        var cases = new List<UnionCandidate>();
        foreach (var (schema, tags, component) in branches)
        {
            if (IsInlineCopy(schema, branches))
            {
                continue;
            }

            TypeRef type;
            if (strings.Count > 1 && IsPlainString(schema))
            {
                if (!ReferenceEquals(schema, strings[0].Schema))
                {
                    continue;
                }

                type = MergedStrings(union, strings, nameHint);
            }
            else
            {
                type = _types.Resolve(schema, InlineName(union, schema, nameHint, tags.FirstOrDefault()));
            }

            var known = cases.FindIndex(known => known.Type == type);
            if (known < 0)
            {
                cases.Add(new UnionCandidate(schema, type, tags, component));
            }
            else
            {
                cases[known] = cases[known] with { DiscriminatorValues = [.. cases[known].DiscriminatorValues, .. tags] };
            }
        }

        return cases;
    }

    /// <summary>True for an inline object that repeats a component of the same union: one case serves both.</summary>
    private static bool IsInlineCopy(Schema schema, List<UnionBranch> branches) =>
        schema is { ComponentName: null, Properties.Count: > 0 }
        && branches.Exists(other => other.Schema.ComponentName is not null
            && other.Schema.Required.SetEquals(schema.Required)
            && other.Schema.Properties.Count == schema.Properties.Count
            && schema.Properties.TrueForAll(property => other.Schema.Properties.Exists(known => known.Name == property.Name && SameValues(known.Schema, property.Schema))));

    private static bool SameValues(Schema first, Schema second) =>
        string.Join("\n", first.EnumValues.ConvertAll(static value => value.Text)) == string.Join("\n", second.EnumValues.ConvertAll(static value => value.Text));

    private TypeRef MergedStrings(Schema union, List<UnionBranch> strings, string nameHint)
    {
        if (MergeStrings(strings) is not { Count: > 0 } values)
        {
            return TypeRef.String;
        }

        var merged = new Schema(union.Node);
        merged.Types.Add("string");
        foreach (var schema in strings.Select(static branch => branch.Schema))
        {
            merged.EnumValues.AddRange(schema.EnumValues.FindAll(value => values.Contains(value.Text)));
        }

        return merged.EnumValues.Count == 1 ? TypeRef.String : _types.Resolve(merged, nameHint + "Name");
    }

    private static bool IsPlainString(Schema schema) =>
        (schema.Types.Count == 1 && schema.Types[0] == "string" && schema.Format is null)
        || (schema.EnumValues.Count > 0 && schema.EnumValues[0].Kind == NodeKind.String);

    private static string InlineName(Schema union, Schema schema, string nameHint, string? tag)
    {
        // The plain name is left for the union. One list of values of several kinds is an enum a kind, be it of one value.
        if (schema.EnumValues.Count > 1 || (schema.EnumValues.Count == 1 && ReferenceEquals(schema.Node, union.Node)))
        {
            return nameHint + (schema.EnumValues[0].Kind == NodeKind.String ? "Name" : "Number");
        }

        tag ??= ObjectChoiceBuilder.SingleValueOf(schema, "type");
        if (tag is not null)
        {
            return nameHint + Naming.CSharpName.Pascal(tag);
        }

        return schema.Types.Count == 1 && schema.Types[0] == "object" ? nameHint + "Object" : nameHint;
    }

    private UnionReading ReadingOf(Schema union, List<UnionCandidate> cases)
    {
        int strings = -1, integers = -1, numbers = -1, booleans = -1;
        var arrays = new List<int>();
        var objects = new List<int>();
        for (var i = 0; i < cases.Count; i++)
        {
            switch (cases[i].Type.Kind)
            {
                case TypeKind.Object or TypeKind.Map:
                    objects.Add(i);
                    break;
                case TypeKind.List:
                    arrays.Add(i);
                    break;
                case TypeKind.Boolean:
                    Claim(ref booleans, i, union, cases);
                    break;
                case TypeKind.Int32 or TypeKind.Int64 or TypeKind.NumberEnum:
                    Claim(ref integers, i, union, cases);
                    break;
                case TypeKind.Double or TypeKind.Decimal:
                    Claim(ref numbers, i, union, cases);
                    break;
                case TypeKind.Any or TypeKind.File:
                    break;
                default:
                    Claim(ref strings, i, union, cases);
                    break;
            }
        }

        return new UnionReading(
            strings,
            integers,
            numbers,
            booleans,
            ArrayChoiceBuilder.Build(cases, arrays),
            objects.Count == 0 ? null : WithDefault(new ObjectChoiceBuilder(cases, DiscriminatorOf(union), _reducer, () => Ambiguous(union, cases)).Build(objects), union, cases));
    }

    /// <summary>OpenAPI 3.2 names the case of objects without a known tag.</summary>
    private ObjectChoice WithDefault(ObjectChoice choice, Schema union, List<UnionCandidate> cases) =>
        union.Discriminator?.Default is { } chosen && _reducer.Reduce(chosen).Schema is var target && cases.FindIndex(known => ReferenceEquals(known.Schema, target)) is >= 0 and var position
            ? choice with { Fallback = position }
            : choice;

    private void Claim(ref int slot, int index, Schema union, List<UnionCandidate> cases)
    {
        if (slot < 0)
        {
            slot = index;
        }
        else
        {
            Ambiguous(union, cases);
        }
    }

    private void Ambiguous(Schema union, List<UnionCandidate> cases) =>
        _problems.Add(
            ProblemRule.UnreachableUnionCase,
            union.Span,
            $"Some of the {cases.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} cases cannot be told apart when they are read; the first that fits is taken.");

    /// <summary>A branch of a union, with the discriminator values that are mapped to it and the name by which it is referred to.</summary>
    private sealed record UnionBranch(Schema Schema, List<string> Tags, string? ComponentName);
}
