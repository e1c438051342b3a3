using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Decides whether a filter takes a node.</summary>
internal delegate bool JsonPathCondition(Node current, Node root);

/// <summary>
/// A part of a filter: a literal, a query or a function. What it is decides where it may stand (RFC 9535, section 2.4.3):
/// a <c>Value</c> can be compared, <c>Query</c> can be tested for existence, <c>Test</c> is true or false by itself.
/// </summary>
internal sealed record JsonPathOperand(
    Func<Node, Node, Node?>? Value,
    Func<Node, Node, List<JsonPathMatch>>? Query,
    JsonPathCondition? Test)
{
    public static JsonPathOperand OfValue(Func<Node, Node, Node?> value) => new(value, null, null);

    public static JsonPathOperand OfLiteral(NodeKind kind, string text)
    {
        var literal = Node.Scalar(kind, text, default);
        return OfValue((_, _) => literal);
    }

    public static JsonPathOperand OfTest(JsonPathCondition test) => new(null, null, test);

    public static JsonPathOperand OfQuery(JsonPath path, bool isAbsolute)
    {
        List<JsonPathMatch> Select(Node current, Node root) => path.Select(isAbsolute ? root : current, root);
        return new JsonPathOperand(
            path.IsSingular ? (current, root) => Select(current, root).FirstOrDefault().Node : null,
            Select,
            (current, root) => Select(current, root).Count > 0);
    }
}
