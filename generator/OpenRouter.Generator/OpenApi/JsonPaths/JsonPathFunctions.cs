using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>The functions of RFC 9535: length, count, value, match and search.</summary>
internal static class JsonPathFunctions
{
    /// <summary>Parses the arguments of a function whose name was taken, and checks that each is of the kind the function wants.</summary>
    public static JsonPathOperand Parse(string name, JsonPathText input, int depth)
    {
        if (name is not ("length" or "count" or "value" or "match" or "search"))
        {
            throw input.Error($"the function '{name}' is unknown; there are length, count, value, match and search");
        }

        input.Take("(");
        var arguments = new List<JsonPathOperand>();
        do
        {
            input.SkipBlanks();
            arguments.Add(JsonPathFilterParser.ParseOperand(input, depth + 1));
            input.SkipBlanks();
        }
        while (input.TryTake(","));
        input.Take(")");
        var count = name is "match" or "search" ? 2 : 1;
        if (arguments.Count != count)
        {
            throw input.Error($"the function '{name}' takes {(count == 1 ? "one argument" : "two arguments")}");
        }

        return name switch
        {
            "length" => Length(ValueOf(arguments[0], name, input)),
            "count" => Count(QueryOf(arguments[0], name, input)),
            "value" => Value(QueryOf(arguments[0], name, input)),
            _ => Match(ValueOf(arguments[0], name, input), ValueOf(arguments[1], name, input), isWhole: name == "match"),
        };
    }

    private static Func<Node, Node, Node?> ValueOf(JsonPathOperand argument, string name, JsonPathText input) =>
        argument.Value ?? throw input.Error($"the function '{name}' wants a value");

    private static Func<Node, Node, List<JsonPathMatch>> QueryOf(JsonPathOperand argument, string name, JsonPathText input) =>
        argument.Query ?? throw input.Error($"the function '{name}' wants a query");

    private static JsonPathOperand Length(Func<Node, Node, Node?> argument) => JsonPathOperand.OfValue((current, root) => argument(current, root) switch
    {
        { Kind: NodeKind.String } text => Number(text.Text.Count(static c => !char.IsLowSurrogate(c))),
        { IsArray: true } list => Number(list.Items.Count),
        { IsObject: true } map => Number(map.Members.Count),
        _ => null,
    });

    private static JsonPathOperand Count(Func<Node, Node, List<JsonPathMatch>> query) =>
        JsonPathOperand.OfValue((current, root) => Number(query(current, root).Count));

    private static JsonPathOperand Value(Func<Node, Node, List<JsonPathMatch>> query) =>
        JsonPathOperand.OfValue((current, root) => query(current, root) is { Count: 1 } only ? only[0].Node : null);

    private static JsonPathOperand Match(Func<Node, Node, Node?> text, Func<Node, Node, Node?> pattern, bool isWhole) =>
        JsonPathOperand.OfTest((current, root) =>
            text(current, root) is { Kind: NodeKind.String } value
            && pattern(current, root) is { Kind: NodeKind.String } expression
            && JsonPathPattern.Matches(value.Text, expression.Text, isWhole));

    private static Node Number(int value) => Node.Scalar(NodeKind.Number, value.ToString(CultureInfo.InvariantCulture), default);
}
