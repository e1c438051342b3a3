using System;
using System.Collections.Generic;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.Keywords;

/// <summary>
/// Tells which keywords only restrict values in ways that C# types do not show. Lengths, patterns, limits and counts are not
/// among them: nobody expects those of a type. Neither is <c>propertyNames</c>, which changes no value.
/// </summary>
internal static class UncheckedKeywords
{
    private static readonly Dictionary<string, string> Consequences = new(StringComparer.Ordinal)
    {
        ["not"] = "values that it excludes are neither refused nor reported",
        ["contains"] = "a list without such an item is not refused",
        ["dependentRequired"] = "a member that another one calls for is not demanded",
        ["contentSchema"] = "the text is not read; it stays a string",
        ["contentEncoding"] = "the text stays as it is encoded",
    };

    public static void Report(Node node, ProblemList problems)
    {
        foreach (var member in node.Members)
        {
            if (Consequences.TryGetValue(member.Name, out var consequence) && !IsDecoded(member))
            {
                problems.Add(ProblemRule.UncheckedKeyword, member.NameSpan, $"The keyword '{member.Name}' is not checked: {consequence}.");
            }
        }
    }

    private static bool IsDecoded(NodeMember member) =>
        member.Name == "contentEncoding" && member.Value.Text.ToLowerInvariant() is "base64" or "binary" or "7bit" or "8bit";
}
