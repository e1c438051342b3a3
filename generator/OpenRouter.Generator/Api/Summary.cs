using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Generator.Api;

/// <summary>Says in one sentence what was made of a document. It holds counts only, so that it changes when they do.</summary>
internal static class Summary
{
    public static string Of(ApiModel model, int selected, int operations, IReadOnlyCollection<Problem> problems)
    {
        var text = $"Generated {Count(selected)} of {Count(operations)} operations as {Count(model.Groups.Sum(static group => group.Operations.Count))} methods, "
            + $"{Count(model.Objects.Count)} classes, {Count(model.Enums.Count)} enums and {Count(model.Unions.Count)} unions.";
        if (selected < operations)
        {
            text += $" The selection left out {Count(operations - selected)} operations.";
        }

        if (problems.Count > 0)
        {
            var rules = problems
                .GroupBy(static problem => (int)problem.Rule)
                .OrderBy(static rule => rule.Key)
                .Select(static rule => $"ORG{rule.Key.ToString("0000", CultureInfo.InvariantCulture)} {Count(rule.Count())}");
            text += $" Problems: {string.Join(", ", rules)}.";
        }

        return text;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
