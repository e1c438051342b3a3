using System;
using System.Linq;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

/// <summary>The ids that a user has declared to be right, see <see cref="RuleOptions.AllowedModels"/>.</summary>
internal static class AllowedModels
{
    public static bool Contains(string id, BodyContext body)
    {
        return body.Option(RuleOptions.AllowedModels) is { } list && RuleOptions.Split(list).Any(entry => Matches(entry, id));
    }

    // A star at the end stands for anything, so that one entry covers a family, or all.
    private static bool Matches(string entry, string id)
    {
        return entry.EndsWith("*", StringComparison.Ordinal)
            ? id.StartsWith(entry.Substring(0, entry.Length - 1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(entry, id, StringComparison.OrdinalIgnoreCase);
    }
}
