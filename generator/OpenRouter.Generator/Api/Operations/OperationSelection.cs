using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.OpenApi;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Picks operations by operationId, by <c>tag:Name</c> or by path glob; an empty selection is the whole document.</summary>
internal static class OperationSelection
{
    public static IReadOnlyList<Operation> Select(IReadOnlyList<Operation> operations, string selection)
    {
        var patterns = selection
            .Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static pattern => pattern.Trim())
            .Where(static pattern => pattern.Length > 0)
            .ToList();
        return patterns.Count == 0
            ? operations
            : operations.Where(operation => patterns.Exists(pattern => Matches(operation, pattern))).ToList();
    }

    private static bool Matches(Operation operation, string pattern)
    {
        if (pattern.StartsWith("tag:", StringComparison.OrdinalIgnoreCase))
        {
            return string.Equals(operation.Tag, pattern.Substring(4), StringComparison.OrdinalIgnoreCase);
        }

        return pattern[0] == '/' ? MatchesPath(operation.Path, pattern) : operation.Id == pattern;
    }

    private static bool MatchesPath(string path, string pattern)
    {
        if (pattern.EndsWith("/**", StringComparison.Ordinal))
        {
            var prefix = pattern.Substring(0, pattern.Length - 3);
            return path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal);
        }

        var parts = path.Split('/');
        var wanted = pattern.Split('/');
        return parts.Length == wanted.Length && parts.Zip(wanted, static (part, want) => want == "*" || want == part).All(static same => same);
    }
}
