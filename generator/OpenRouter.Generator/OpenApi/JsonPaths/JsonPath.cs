using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>A JSONPath query (RFC 9535), ready to select nodes of a document.</summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<JsonPathSegment> _segments;

    public JsonPath(IReadOnlyList<JsonPathSegment> segments) => _segments = segments;

    /// <summary>True when the query can select one node at most.</summary>
    public bool IsSingular => _segments.All(static segment => segment.IsSingular);

    /// <returns>The query, or null with what is wrong and where.</returns>
    public static JsonPath? Parse(string text, out string error)
    {
        var trimmed = text.Trim();
        try
        {
            error = "";
            return JsonPathParser.Parse(trimmed);
        }
        catch (JsonPathException exception)
        {
            error = exception.Message;
            return null;
        }
    }

    /// <param name="start">The node that the query's first character stands for.</param>
    /// <param name="root">The root of the document, for queries inside filters.</param>
    public List<JsonPathMatch> Select(Node start, Node root)
    {
        var matches = new List<JsonPathMatch> { new(null, start) };
        foreach (var segment in _segments)
        {
            var next = new List<JsonPathMatch>();
            foreach (var match in matches)
            {
                segment.Select(match.Node, root, next);
            }

            matches = next;
        }

        return matches;
    }

    public List<JsonPathMatch> Select(Node root) => Select(root, root);
}
