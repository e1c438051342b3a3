using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Reads the numeric limits of a schema, in the form of OpenAPI 3.0 (boolean exclusive) and of 3.1 (numbers).</summary>
internal static class NumberRangeReader
{
    public static NumberRange? Read(Node schema, ProblemList problems)
    {
        var minimum = Number(schema["minimum"], problems);
        var maximum = Number(schema["maximum"], problems);
        var exclusiveMinimum = Exclusive(schema["exclusiveMinimum"], ref minimum, problems);
        var exclusiveMaximum = Exclusive(schema["exclusiveMaximum"], ref maximum, problems);
        return minimum is null && maximum is null
            ? null
            : new NumberRange(minimum, maximum, exclusiveMinimum, exclusiveMaximum);
    }

    private static string? Number(Node? node, ProblemList problems)
    {
        if (node is null || node.Kind == NodeKind.Number)
        {
            return node?.Text;
        }

        problems.Add(ProblemRule.InvalidValue, node.Span, "A limit must be a number; it is ignored.");
        return null;
    }

    private static bool Exclusive(Node? node, ref string? limit, ProblemList problems)
    {
        if (node is null)
        {
            return false;
        }

        if (node.Kind == NodeKind.Boolean)
        {
            return node.IsTrue && limit is not null;
        }

        if (Number(node, problems) is not { } number)
        {
            return false;
        }

        limit = number;
        return true;
    }
}
