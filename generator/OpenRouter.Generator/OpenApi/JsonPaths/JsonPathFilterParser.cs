using System;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Parses the condition of a filter: comparisons and tests, joined by <c>||</c>, <c>&amp;&amp;</c>, <c>!</c> and parentheses.</summary>
internal static class JsonPathFilterParser
{
    private const int MaxDepth = 64;

    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    public static JsonPathCondition Parse(JsonPathText input, int depth)
    {
        if (depth > MaxDepth)
        {
            throw input.Error("the filter is nested too deeply");
        }

        var condition = ParseAnd(input, depth);
        while (TakeBetweenBlanks(input, "||"))
        {
            var (left, right) = (condition, ParseAnd(input, depth));
            condition = (current, root) => left(current, root) || right(current, root);
        }

        return condition;
    }

    private static JsonPathCondition ParseAnd(JsonPathText input, int depth)
    {
        var condition = ParseBasic(input, depth);
        while (TakeBetweenBlanks(input, "&&"))
        {
            var (left, right) = (condition, ParseBasic(input, depth));
            condition = (current, root) => left(current, root) && right(current, root);
        }

        return condition;
    }

    private static bool TakeBetweenBlanks(JsonPathText input, string expected)
    {
        input.SkipBlanks();
        return input.TryTake(expected);
    }

    private static JsonPathCondition ParseBasic(JsonPathText input, int depth)
    {
        input.SkipBlanks();
        var isNegated = input.TryTake("!");
        input.SkipBlanks();
        if (input.TryTake("("))
        {
            var inner = Parse(input, depth + 1);
            input.SkipBlanks();
            input.Take(")");
            return isNegated ? (current, root) => !inner(current, root) : inner;
        }

        var operand = ParseOperand(input, depth);
        input.SkipBlanks();
        if (!isNegated && Array.Find(Comparisons, input.TryTake) is { } comparison)
        {
            input.SkipBlanks();
            return Compare(Comparable(operand, input), comparison, Comparable(ParseOperand(input, depth), input));
        }

        var test = operand.Test ?? throw input.Error("a value must be compared with another one");
        return isNegated ? (current, root) => !test(current, root) : test;
    }

    private static Func<Node, Node, Node?> Comparable(JsonPathOperand operand, JsonPathText input) =>
        operand.Value ?? throw input.Error("only a query for one node, a literal or a function with a value can be compared");

    private static JsonPathCondition Compare(Func<Node, Node, Node?> left, string comparison, Func<Node, Node, Node?> right) =>
        (current, root) => JsonPathComparison.Holds(left(current, root), comparison, right(current, root));

    public static JsonPathOperand ParseOperand(JsonPathText input, int depth)
    {
        if (input.TryTake("@"))
        {
            return JsonPathOperand.OfQuery(JsonPathParser.ParseSegments(input, depth + 1), isAbsolute: false);
        }

        if (input.TryTake("$"))
        {
            return JsonPathOperand.OfQuery(JsonPathParser.ParseSegments(input, depth + 1), isAbsolute: true);
        }

        if (input.Next is '\'' or '"')
        {
            return JsonPathOperand.OfLiteral(NodeKind.String, input.TakeQuoted());
        }

        var word = input.TakeFunctionName();
        return word switch
        {
            "" => JsonPathOperand.OfLiteral(NodeKind.Number, input.TakeNumber()),
            "true" or "false" => JsonPathOperand.OfLiteral(NodeKind.Boolean, word),
            "null" => JsonPathOperand.OfLiteral(NodeKind.Null, word),
            _ => JsonPathFunctions.Parse(word, input, depth),
        };
    }
}
