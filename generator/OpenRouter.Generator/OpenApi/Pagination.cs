using System.Collections.Generic;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>What a document or overlay says about the pages of an operation.</summary>
/// <param name="Kind">offset, page or cursor.</param>
/// <param name="Parameter">The parameter that says where a page begins.</param>
/// <param name="Items">The JSONPath of the items.</param>
/// <param name="Next">The JSONPath of the next cursor.</param>
/// <param name="HasMore">The JSONPath of the member that says whether there is more.</param>
/// <param name="Case">The tag or component of the case that is a page, when the answer is a union.</param>
/// <param name="WholeUnless">Parameters without which the first page holds everything.</param>
/// <param name="Span">Where it is said.</param>
internal sealed record Pagination(string Kind, string Parameter, string Items, string? Next, string? HasMore, string? Case, IReadOnlyList<string> WholeUnless, SourceSpan Span)
{
    /// <summary>Our extension <c>x-csharp-pagination</c> first, then <c>x-speakeasy-pagination</c>; null when neither says it in full.</summary>
    public static Pagination? Of(Node operation) =>
        operation["x-csharp-pagination"] is { } own ? Own(own) : operation["x-speakeasy-pagination"] is { } known ? Known(known) : null;

    private static Pagination? Own(Node node)
    {
        foreach (var kind in new[] { "offset", "page", "cursor" })
        {
            if (node.String(kind) is { } parameter && node.String("items") is { } items)
            {
                var whole = node["wholeUnless"]?.Items.ConvertAll(static item => item.Text) ?? [];
                return new Pagination(kind, parameter, items, node.String("next"), node.String("hasMore"), node.String("case"), whole, node.Span);
            }
        }

        return null;
    }

    private static Pagination? Known(Node node)
    {
        var outputs = node["outputs"];
        foreach (var input in node["inputs"]?.Items ?? [])
        {
            var kind = input.String("type");
            if (kind is "offset" or "page" or "cursor" && input.String("in") is null or "parameters"
                && input.String("name") is { } name && outputs?.String("results") is { } items)
            {
                return new Pagination(kind!, name, items, outputs.String("nextCursor"), null, null, [], node.Span);
            }
        }

        return null;
    }
}
