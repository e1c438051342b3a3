using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>Builds the decision tree between object cases: tags first, then the members that are there.</summary>
internal sealed class ObjectChoiceBuilder
{
    private readonly List<UnionCandidate> _cases;
    private readonly string? _discriminator;
    private readonly TagValues _values;
    private readonly Action _ambiguous;

    public ObjectChoiceBuilder(List<UnionCandidate> cases, string? discriminator, SchemaReducer reducer, Action ambiguous)
    {
        _cases = cases;
        _values = new TagValues(reducer, discriminator);
        _discriminator = discriminator;
        _ambiguous = ambiguous;
    }

    public ObjectChoice Build(List<int> candidates) => Build(candidates, [], isRoot: true);

    /// <summary>The text of a property's only enum value, or null.</summary>
    public static string? SingleValueOf(Schema schema, string property)
    {
        var values = schema.Properties.Find(candidate => candidate.Name == property)?.Schema.EnumValues;
        return values is { Count: 1 } && values[0].Kind == NodeKind.String ? values[0].Text : null;
    }

    private ObjectChoice Build(List<int> candidates, HashSet<string> usedTags, bool isRoot)
    {
        if (candidates.Count == 1 && !(isRoot && _discriminator is not null && ValuesOf(candidates[0], _discriminator).Count > 0))
        {
            return ShapeChoiceBuilder.Leaf(candidates[0]);
        }

        return ChooseTag(candidates, usedTags) is { } tag
            ? ByTag(tag, candidates, usedTags)
            : ShapeChoiceBuilder.BestFit(_cases, candidates, usedTags, _ambiguous);
    }

    private string? ChooseTag(List<int> candidates, HashSet<string> used)
    {
        if (_discriminator is not null && used.Count == 0)
        {
            return _discriminator;
        }

        string? best = null;
        var bestScore = 0;
        foreach (var index in candidates)
        {
            foreach (var property in _cases[index].Schema.Properties)
            {
                if (used.Contains(property.Name) || property.Name == best)
                {
                    continue;
                }

                var score = Score(property.Name, candidates);
                if (score > bestScore)
                {
                    best = property.Name;
                    bestScore = score;
                }
            }
        }

        return best;
    }

    /// <summary>How many cases a member separates; 0 when it does not separate any two.</summary>
    private int Score(string property, List<int> candidates)
    {
        var tagged = candidates.FindAll(index => ValuesOf(index, property).Count > 0);
        var sets = tagged.Select(index => string.Join("\n", ValuesOf(index, property))).Distinct(StringComparer.Ordinal).Count();
        if (sets > 1)
        {
            return tagged.Count;
        }

        // One constant among cases that leave the member free marks its case too.
        var isConstant = sets == 1 && tagged.TrueForAll(index => Requires(index, property) && ValuesOf(index, property).Count == 1);
        return isConstant && tagged.Count < candidates.Count ? tagged.Count : 0;
    }

    private ObjectChoice ByTag(string tag, List<int> candidates, HashSet<string> usedTags)
    {
        var groups = new List<(string? Value, List<int> Cases)>();
        var untagged = candidates.FindAll(index => ValuesOf(index, tag).Count == 0);
        foreach (var index in candidates.Except(untagged))
        {
            ValuesOf(index, tag).ForEach(value => Group(groups, value).Add(index));
            if (!Requires(index, tag) && _discriminator is null)
            {
                Group(groups, null).Add(index);
            }
        }

        foreach (var (value, cases) in groups.FindAll(static group => group.Value is not null))
        {
            // A case whose member has many values is possible for each of them.
            cases.AddRange(untagged.FindAll(index => _values.Declared(_cases[index].Schema, tag).Contains(value!)));
            cases.Sort();
        }

        HashSet<string> used = [.. usedTags, tag];
        var choices = groups.ConvertAll(group => new TagChoice(group.Value, Build(group.Cases, used, isRoot: false)));
        var rest = untagged.Count == 0 ? null : Build(untagged, used, isRoot: false);
        if (rest is null && !groups.Exists(static group => group.Value is null) && ShapeChoiceBuilder.OnlyFit(_cases, candidates, used) is { } absent)
        {
            choices.Add(new TagChoice(null, absent));
        }

        return new ObjectChoice(tag, new EquatableList<TagChoice>(choices.OrderBy(choice => choices.FindIndex(first => first.Choice == choice.Choice))), rest?.Shapes, rest?.Fallback ?? -1);
    }

    private static List<int> Group(List<(string? Value, List<int> Cases)> groups, string? value)
    {
        var position = groups.FindIndex(group => group.Value == value);
        if (position < 0)
        {
            groups.Add((value, []));
            position = groups.Count - 1;
        }

        return groups[position].Cases;
    }

    private List<string> ValuesOf(int index, string property) => _values.Of(_cases[index], property);

    private bool Requires(int index, string property) => _cases[index].Schema.Required.Contains(property);
}
