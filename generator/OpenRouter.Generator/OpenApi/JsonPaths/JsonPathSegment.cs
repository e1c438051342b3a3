using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Adds the children of a node that a selector picks.</summary>
internal delegate void JsonPathSelector(Node node, Node root, List<JsonPathMatch> into);

/// <summary>One step of a query: selectors that are applied to a node, or to the node and everything below it.</summary>
internal sealed record JsonPathSegment(bool Descends, bool IsSingular, IReadOnlyList<JsonPathSelector> Selectors)
{
    public void Select(Node node, Node root, List<JsonPathMatch> into)
    {
        foreach (var selector in Selectors)
        {
            selector(node, root, into);
        }

        if (!Descends)
        {
            return;
        }

        foreach (var member in node.Members)
        {
            Select(member.Value, root, into);
        }

        foreach (var item in node.Items)
        {
            Select(item, root, into);
        }
    }
}
