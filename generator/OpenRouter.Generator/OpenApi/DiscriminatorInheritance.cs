using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>
/// A component with a discriminator, whose subtypes name it in their allOf, says two things under one name: as a value it is
/// one of its subtypes, as a branch of allOf it is the members that they share. Here the two are parted: the component
/// becomes the union, and a plain schema takes its place in the branches.
/// </summary>
internal static class DiscriminatorInheritance
{
    public static void Apply(IReadOnlyList<Schema> components, IEnumerable<Schema> all)
    {
        var children = ChildrenOf(components);
        var parents = components.Where(component => component.Reference is null && children.ContainsKey(component) && IsParent(component, children[component])).ToList();
        var plain = parents.ToDictionary(static parent => parent, PlainOf);
        foreach (var schema in all.Concat(plain.Values).Where(static schema => schema.AllOf.Count > 0).ToList())
        {
            UsePlainParents(schema, plain);
        }

        foreach (var parent in parents)
        {
            BecomeUnion(parent, plain, children);
        }
    }

    /// <summary>The components that name a component in their allOf.</summary>
    private static Dictionary<Schema, List<Schema>> ChildrenOf(IReadOnlyList<Schema> components)
    {
        var children = new Dictionary<Schema, List<Schema>>();
        foreach (var component in components)
        {
            foreach (var parent in component.AllOf.Select(static branch => branch.Target).OfType<Schema>())
            {
                if (!children.TryGetValue(parent, out var known))
                {
                    children[parent] = known = [];
                }

                known.Add(component);
            }
        }

        return children;
    }

    private static bool IsParent(Schema component, List<Schema> children) =>
        component.OneOf.Count == 0
            ? component.Discriminator is not null
            : component.OneOf.Exists(branch => children.Contains(branch.Target ?? branch));

    private static Schema PlainOf(Schema parent)
    {
        var plain = Schema.CopyOf(parent);
        plain.ComponentName = null;
        plain.CSharpName = null;
        plain.Discriminator = null;
        plain.IsNullable = false;
        plain.OneOf.Clear();
        return plain;
    }

    /// <summary>A branch that only wraps the parent, to describe it say, still means any of its subtypes.</summary>
    private static void UsePlainParents(Schema schema, Dictionary<Schema, Schema> plain)
    {
        if (schema.ComponentName is null && schema.AllOf.Count == 1 && schema.Properties.Count == 0 && schema.Required.Count == 0)
        {
            return;
        }

        for (var i = 0; i < schema.AllOf.Count; i++)
        {
            var branch = schema.AllOf[i];
            if (branch.Target is { } target && plain.TryGetValue(target, out var own))
            {
                schema.AllOf[i] = new Schema(branch.Node) { Reference = branch.Reference, Target = own };
            }
        }
    }

    private static void BecomeUnion(Schema parent, Dictionary<Schema, Schema> plain, Dictionary<Schema, List<Schema>> children)
    {
        var property = parent.Discriminator?.PropertyName;
        var tags = new List<(string Value, Schema Schema)>();
        foreach (var (value, schema) in parent.Discriminator?.Mapping ?? [])
        {
            tags.Add((value, ReferenceEquals(schema, parent) || (plain.ContainsKey(schema) && schema.Discriminator?.PropertyName != property) ? plain[schema] : schema));
        }

        var cases = parent.OneOf.Count > 0
            ? parent.OneOf.ConvertAll(static branch => branch.Target ?? branch)
            : [.. tags.Select(static tag => tag.Schema).Distinct(), .. Descendants(parent, children).Where(schema => !plain.ContainsKey(schema))];
        parent.OneOf.Clear();
        foreach (var single in cases.Distinct())
        {
            if (!tags.Exists(tag => ReferenceEquals(tag.Schema, single)) && single.ComponentName is { } name)
            {
                tags.Add((name, single));
            }

            parent.OneOf.Add(single);
        }

        if (property is not null)
        {
            parent.Discriminator = new Discriminator(property, tags, parent.Discriminator!.Default);
            // All are looked at before one is changed: a subtype of a subtype must not take the tag that it inherits for its own.
            var untagged = cases.Distinct().Where(single => single is { AllOf.Count: > 0, OneOf.Count: 0 } && !DeclaresTag(single, property, [])).ToList();
            untagged.ForEach(single => Tag(single, property, tags.FindAll(tag => ReferenceEquals(tag.Schema, single))));
        }

        parent.AllOf.Clear();
        parent.Properties.Clear();
        parent.Required.Clear();
        parent.Types.Clear();
        parent.AdditionalProperties = null;
        parent.IsClosed = false;
    }

    private static IEnumerable<Schema> Descendants(Schema parent, Dictionary<Schema, List<Schema>> children)
    {
        var seen = new HashSet<Schema> { parent };
        var pending = new Queue<Schema>([parent]);
        while (pending.Count > 0)
        {
            foreach (var child in children.TryGetValue(pending.Dequeue(), out var direct) ? direct.Where(seen.Add) : [])
            {
                pending.Enqueue(child);
                yield return child;
            }
        }
    }

    /// <summary>A subtype with one tag has it as a constant, so that nobody has to set it.</summary>
    private static void Tag(Schema single, string property, List<(string Value, Schema Schema)> own)
    {
        if (own.Count != 1)
        {
            return;
        }

        var tag = new Schema(single.Node) { Description = $"Tells which of the forms it is: \"{own[0].Value}\"." };
        tag.EnumValues.Add(Node.Scalar(NodeKind.String, own[0].Value, default));
        tag.Types.Add("string");
        var branch = new Schema(single.Node);
        branch.Properties.Add(new SchemaProperty(property, tag));
        branch.Required.Add(property);
        single.AllOf.Add(branch);
    }

    /// <summary>True when the schema says itself which values the tag may have, and so knows better than the mapping.</summary>
    private static bool DeclaresTag(Schema schema, string property, HashSet<Schema> seen) =>
        seen.Add(schema)
        && (schema.Properties.Exists(known => known.Name == property && (known.Schema.Target ?? known.Schema).EnumValues.Count == 1)
            || schema.AllOf.Exists(branch => DeclaresTag(branch.Target ?? branch, property, seen)));
}
