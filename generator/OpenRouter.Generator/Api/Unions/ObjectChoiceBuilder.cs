using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Api.Schemas;
using OpenRouter.Generator.Api.Types;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Api.Unions;

/// <summary>Builds the decision tree between object cases: tags first, then required members.</summary>
internal sealed class ObjectChoiceBuilder
{
    private readonly List<UnionCandidate> _cases;
    private readonly string? _discriminator;
    private readonly SchemaReducer _reducer;
    private readonly Action _ambiguous;

    public ObjectChoiceBuilder(List<UnionCandidate> cases, string? discriminator, SchemaReducer reducer, Action ambiguous)
    {
        _cases = cases;
        _reducer = reducer;
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
        if (candidates.Count == 1 && !(isRoot && TagValues(candidates[0], _discriminator ?? "").Count > 0 && _discriminator is not null))
        {
            return Leaf(candidates[0]);
        }

        return ChooseTag(candidates, usedTags) is { } tag
            ? ByTag(tag, candidates, usedTags)
            : ByRequiredMembers(candidates);
    }

    private static ObjectChoice Leaf(int index) => new(null, EquatableList<TagChoice>.Empty, EquatableList<ProbeChoice>.Empty, index);

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
        var tagged = 0;
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in candidates)
        {
            var own = TagValues(index, property);
            if (own.Count > 0)
            {
                tagged++;
                values.UnionWith(own);
            }
        }

        var separates = tagged == candidates.Count ? DistinctSets(property, candidates) > 1 : tagged > 0 && values.Count > 0;
        return separates ? tagged : 0;
    }

    private int DistinctSets(string property, List<int> candidates) =>
        candidates.Select(index => string.Join("\n", TagValues(index, property))).Distinct(StringComparer.Ordinal).Count();

    private ObjectChoice ByTag(string tag, List<int> candidates, HashSet<string> usedTags)
    {
        var groups = new List<(string? Value, List<int> Cases)>();
        var untagged = new List<int>();
        foreach (var index in candidates)
        {
            var values = TagValues(index, tag);
            if (values.Count == 0)
            {
                untagged.Add(index);
            }

            foreach (var value in values)
            {
                Group(groups, value).Add(index);
            }

            if (values.Count > 0 && !_cases[index].Schema.Required.Contains(tag) && _discriminator is null)
            {
                Group(groups, null).Add(index);
            }
        }

        HashSet<string> used = [.. usedTags, tag];
        var choices = groups.ConvertAll(group => new TagChoice(group.Value, Build(group.Cases, used, isRoot: false)));
        var rest = untagged.Count == 0 ? null : Build(untagged, used, isRoot: false);
        return rest is { Tag: null, Probes.Count: 0 } or null
            ? new ObjectChoice(tag, new EquatableList<TagChoice>(choices), EquatableList<ProbeChoice>.Empty, rest?.Fallback ?? -1)
            : new ObjectChoice(tag, new EquatableList<TagChoice>(choices), rest.Probes, rest.Fallback);
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

    private ObjectChoice ByRequiredMembers(List<int> candidates)
    {
        var ordered = candidates.OrderByDescending(index => _cases[index].Schema.Required.Count).ToList();
        var probes = new List<ProbeChoice>();
        var fallback = -1;
        foreach (var index in ordered)
        {
            var own = _cases[index].Schema.Required
                .Where(name => !ordered.TrueForAll(other => _cases[other].Schema.Required.Contains(name)))
                .OrderBy(static name => name, StringComparer.Ordinal)
                .ToList();
            if (own.Count > 0)
            {
                probes.Add(new ProbeChoice(new EquatableList<string>(own), index));
            }
            else if (fallback < 0)
            {
                fallback = index;
            }
            else
            {
                _ambiguous();
            }
        }

        return new ObjectChoice(null, EquatableList<TagChoice>.Empty, new EquatableList<ProbeChoice>(probes), fallback);
    }

    private List<string> TagValues(int index, string property)
    {
        var candidate = _cases[index];
        if (candidate.DiscriminatorValue is { } mapped && property == _discriminator)
        {
            return [mapped];
        }

        var member = candidate.Schema.Properties.Find(known => known.Name == property);
        var declared = member is null ? null : _reducer.Reduce(member.Schema).Schema;
        return declared is { EnumValues.Count: > 0 and < 4 } && declared.EnumValues.TrueForAll(static value => value.Kind == NodeKind.String)
            ? declared.EnumValues.ConvertAll(static value => value.Text)
            : [];
    }
}
