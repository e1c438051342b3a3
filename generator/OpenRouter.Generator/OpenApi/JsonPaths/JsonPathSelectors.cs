using System;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>The five selectors of RFC 9535.</summary>
internal static class JsonPathSelectors
{
    public static JsonPathSelector Wildcard { get; } = static (node, _, into) =>
    {
        node.Members.ForEach(member => into.Add(new JsonPathMatch(node, member.Value)));
        node.Items.ForEach(item => into.Add(new JsonPathMatch(node, item)));
    };

    public static JsonPathSelector Name(string name) => (node, _, into) =>
    {
        if (node[name] is { } value)
        {
            into.Add(new JsonPathMatch(node, value));
        }
    };

    public static JsonPathSelector Index(long index) => (node, _, into) =>
    {
        var position = index < 0 ? node.Items.Count + index : index;
        if (position >= 0 && position < node.Items.Count)
        {
            into.Add(new JsonPathMatch(node, node.Items[(int)position]));
        }
    };

    /// <summary>The bounds are clipped as the RFC says; a step of zero selects nothing.</summary>
    public static JsonPathSelector Slice(long? start, long? end, long step) => (node, _, into) =>
    {
        var count = node.Items.Count;
        if (step == 0 || count == 0)
        {
            return;
        }

        long Place(long? bound, long fallback, long least, long most)
        {
            var place = bound is { } given ? given < 0 ? count + given : given : fallback;
            return Math.Min(Math.Max(place, least), most);
        }

        if (step > 0)
        {
            var last = Place(end, count, 0, count);
            for (var i = Place(start, 0, 0, count); i < last; i += Math.Min(step, count))
            {
                into.Add(new JsonPathMatch(node, node.Items[(int)i]));
            }

            return;
        }

        var first = Place(end, -1, -1, count - 1);
        for (var i = Place(start, count - 1, -1, count - 1); i > first; i += Math.Max(step, -count))
        {
            into.Add(new JsonPathMatch(node, node.Items[(int)i]));
        }
    };

    public static JsonPathSelector Filter(JsonPathCondition condition) => (node, root, into) =>
    {
        foreach (var member in node.Members)
        {
            if (condition(member.Value, root))
            {
                into.Add(new JsonPathMatch(node, member.Value));
            }
        }

        foreach (var item in node.Items)
        {
            if (condition(item, root))
            {
                into.Add(new JsonPathMatch(node, item));
            }
        }
    };
}
