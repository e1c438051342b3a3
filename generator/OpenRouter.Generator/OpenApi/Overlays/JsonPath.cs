using System.Collections.Generic;
using System.Globalization;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>The JSONPath of overlay targets: names, indexes, wildcards, descendants and <c>@.name == 'value'</c> filters.</summary>
internal sealed class JsonPath
{
    private readonly List<Segment> _segments;

    private JsonPath(List<Segment> segments) => _segments = segments;

    private enum SegmentKind
    {
        Name,
        Index,
        Wildcard,
        Filter,
    }

    public static JsonPath? Parse(string text, out string error)
    {
        var parser = new JsonPathText(text);
        error = "";
        if (!parser.TryTake('$'))
        {
            error = "it must start with '$'";
            return null;
        }

        var segments = new List<Segment>();
        while (!parser.IsAtEnd)
        {
            if (ParseSegment(parser) is not { } segment)
            {
                error = "the part at offset " + parser.Position.ToString(CultureInfo.InvariantCulture) + " is not understood";
                return null;
            }

            segments.Add(segment);
        }

        return new JsonPath(segments);
    }

    public List<JsonPathMatch> Select(Node root)
    {
        var matches = new List<JsonPathMatch> { new(null, root) };
        foreach (var segment in _segments)
        {
            var next = new List<JsonPathMatch>();
            foreach (var match in matches)
            {
                Collect(segment, match.Node, next);
            }

            matches = next;
        }

        return matches;
    }

    private static Segment? ParseSegment(JsonPathText text)
    {
        var descend = text.TryTake("..");
        if (text.TryTake('['))
        {
            var segment = ParseBracket(text, descend);
            return text.TryTake(']') ? segment : null;
        }

        if (!descend && !text.TryTake('.'))
        {
            return null;
        }

        if (text.TryTake('*'))
        {
            return new Segment(SegmentKind.Wildcard, descend, "", "", 0, false);
        }

        var name = text.TakeName();
        return name.Length == 0 ? null : new Segment(SegmentKind.Name, descend, name, "", 0, false);
    }

    private static Segment? ParseBracket(JsonPathText text, bool descend)
    {
        if (text.TryTake('*'))
        {
            return new Segment(SegmentKind.Wildcard, descend, "", "", 0, false);
        }

        if (text.TakeQuoted() is { } name)
        {
            return new Segment(SegmentKind.Name, descend, name, "", 0, false);
        }

        if (text.TakeIndex() is { } index)
        {
            return new Segment(SegmentKind.Index, descend, "", "", index, false);
        }

        if (!text.TryTake('?'))
        {
            return null;
        }

        var parenthesis = text.TryTake('(');
        text.SkipBlanks();
        if (!text.TryTake("@."))
        {
            return null;
        }

        var member = text.TakeName();
        text.SkipBlanks();
        var negated = text.TryTake("!=");
        var compared = negated || text.TryTake("==");
        text.SkipBlanks();
        var value = compared ? text.TakeQuoted() ?? text.TakeName() : "";
        text.SkipBlanks();
        return parenthesis && !text.TryTake(')')
            ? null
            : new Segment(SegmentKind.Filter, descend, member, value, compared ? 1 : 0, negated);
    }

    private static void Collect(Segment segment, Node node, List<JsonPathMatch> into)
    {
        foreach (var (name, index, child) in Children(node))
        {
            if (Matches(segment, node, name, index, child))
            {
                into.Add(new JsonPathMatch(node, child));
            }

            if (segment.Descend)
            {
                Collect(segment, child, into);
            }
        }
    }

    private static bool Matches(Segment segment, Node parent, string? name, int index, Node child) => segment.Kind switch
    {
        SegmentKind.Wildcard => true,
        SegmentKind.Name => name == segment.Name,
        SegmentKind.Index => name is null && index == (segment.Index < 0 ? parent.Items.Count + segment.Index : segment.Index),
        _ when segment.Index == 0 => child[segment.Name] is not null,
        _ => child[segment.Name] is { } value && (value.Text == segment.Value) != segment.Negated,
    };

    private static IEnumerable<(string? Name, int Index, Node Child)> Children(Node node)
    {
        for (var i = 0; i < node.Members.Count; i++)
        {
            yield return (node.Members[i].Name, i, node.Members[i].Value);
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            yield return (null, i, node.Items[i]);
        }
    }

    /// <summary>One step; for filters <c>Index</c> 1 means that a value is compared, 0 that the member must exist.</summary>
    private sealed record Segment(SegmentKind Kind, bool Descend, string Name, string Value, int Index, bool Negated);
}
