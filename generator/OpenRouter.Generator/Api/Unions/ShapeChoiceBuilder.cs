using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>Tells object cases apart by the members that they require and declare, where no tag does.</summary>
internal static class ShapeChoiceBuilder
{
    /// <summary>What the cases are called in emitted text is joined by these two; a name that has one of them tells nothing.</summary>
    private static readonly char[] Separators = ['|', ';'];

    /// <summary>The best fit among cases that are all possible. <paramref name="ambiguous"/> is called when two look alike.</summary>
    public static ObjectChoice BestFit(List<UnionCandidate> cases, List<int> candidates, HashSet<string> usedTags, Action ambiguous)
    {
        var shapes = new List<CaseShape>();
        foreach (var index in candidates)
        {
            var schema = cases[index].Schema;
            var required = Telling(schema.Required, candidates, other => cases[other].Schema.Required.Contains, usedTags);
            var declared = schema.Properties.Select(static property => property.Name).Where(name => !schema.Required.Contains(name));
            var optional = Telling(declared, candidates, other => name => Declares(cases[other].Schema, name) && !cases[other].Schema.Required.Contains(name), usedTags);
            if (shapes.Exists(known => known.Required.Equals(required) && known.Optional.Equals(optional)))
            {
                ambiguous();
            }
            else
            {
                shapes.Add(new CaseShape(required, optional, index));
            }
        }

        return shapes.Count == 1
            ? Leaf(shapes[0].Case)
            : new ObjectChoice(null, EquatableList<TagChoice>.Empty, new ShapeChoice(new EquatableList<CaseShape>(shapes), MustBeOnly: false), -1);
    }

    /// <summary>
    /// What an object is that lacks its tag: the one case whose required members are all there, or unknown. Members that
    /// are not required prove nothing here: the object may be of a case that the document does not have.
    /// </summary>
    public static ObjectChoice? OnlyFit(List<UnionCandidate> cases, List<int> candidates, HashSet<string> usedTags)
    {
        var shapes = new List<CaseShape>();
        foreach (var index in candidates)
        {
            var required = Telling(cases[index].Schema.Required, candidates, other => cases[other].Schema.Required.Contains, usedTags);
            var twin = shapes.FindIndex(known => known.Required.Equals(required));
            if (twin >= 0)
            {
                shapes[twin] = shapes[twin] with { Case = -1 };
            }
            else if (required.Count > 0)
            {
                shapes.Add(new CaseShape(required, EquatableList<string>.Empty, index));
            }
        }

        return shapes.TrueForAll(static shape => shape.Case < 0)
            ? null
            : new ObjectChoice(null, EquatableList<TagChoice>.Empty, new ShapeChoice(new EquatableList<CaseShape>(shapes), MustBeOnly: true), -1);
    }

    public static ObjectChoice Leaf(int index) => new(null, EquatableList<TagChoice>.Empty, null, index);

    /// <summary>Those of the names that not every case has in the same role.</summary>
    private static EquatableList<string> Telling(IEnumerable<string> names, List<int> candidates, Func<int, Func<string, bool>> has, HashSet<string> usedTags) =>
        new(names
            .Where(name => !usedTags.Contains(name) && name.IndexOfAny(Separators) < 0 && !candidates.TrueForAll(other => has(other)(name)))
            .OrderBy(static name => name, StringComparer.Ordinal));

    private static bool Declares(Schema schema, string name) => schema.Properties.Exists(property => property.Name == name);
}
