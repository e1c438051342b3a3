using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Api.Operations;

/// <summary>Picks operations by patterns; an empty selection is the whole document, and one of exclusions only is the rest of it.</summary>
internal static class OperationSelection
{
    public static IReadOnlyList<Operation> Select(OpenApiDocument document, string selection, ProblemList problems)
    {
        var patterns = selection
            .Split([';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static pattern => pattern.Trim())
            .Where(static pattern => pattern.Length > 0)
            .ToList();
        foreach (var pattern in patterns.Where(pattern => !document.Operations.Any(operation => Matches(operation, pattern.TrimStart('!').TrimStart()))))
        {
            problems.Add(ProblemRule.SelectionMatchesNothing, document.Start, $"The pattern '{pattern}' of OpenRouterOperations matches no operation of this document.");
        }

        var wanted = patterns.FindAll(static pattern => pattern[0] != '!');
        var unwanted = patterns.Where(static pattern => pattern[0] == '!').Select(static pattern => pattern.Substring(1).TrimStart()).ToList();
        return document.Operations
            .Where(operation => (wanted.Count == 0 || wanted.Exists(pattern => Matches(operation, pattern))) && !unwanted.Exists(pattern => Matches(operation, pattern)))
            .ToList();
    }

    private static bool Matches(Operation operation, string pattern)
    {
        if (pattern.StartsWith("tag:", StringComparison.OrdinalIgnoreCase))
        {
            return operation.Node["tags"] is { } tags && tags.Items.Exists(tag => string.Equals(tag.Text, pattern.Substring(4).Trim(), StringComparison.OrdinalIgnoreCase));
        }

        if (pattern.StartsWith("x-", StringComparison.Ordinal))
        {
            return HasMark(operation, pattern);
        }

        var blank = pattern.IndexOf(' ');
        if (blank > 0 && pattern.Substring(blank).TrimStart() is var path && path.StartsWith("/", StringComparison.Ordinal))
        {
            return string.Equals(operation.Method, pattern.Substring(0, blank), StringComparison.OrdinalIgnoreCase) && MatchesPath(operation.Path, path);
        }

        return pattern.Length > 0 && pattern[0] == '/' ? MatchesPath(operation.Path, pattern) : operation.Id is { } id && Glob(id, pattern);
    }

    /// <summary>A mark that is there and not false, or one with that value.</summary>
    private static bool HasMark(Operation operation, string pattern)
    {
        var equals = pattern.IndexOf('=');
        var mark = operation.Node[equals < 0 ? pattern : pattern.Substring(0, equals).TrimEnd()];
        return equals < 0
            ? mark is not null and not { Kind: NodeKind.Boolean, IsTrue: false }
            : mark is not null && (mark.Kind == NodeKind.Boolean ? mark.IsTrue ? "true" : "false" : mark.Text) == pattern.Substring(equals + 1).TrimStart();
    }

    /// <summary>In a path, <c>*</c> stands for anything inside a part, and <c>**</c> for any number of parts, none as well.</summary>
    private static bool MatchesPath(string path, string pattern) => MatchesParts(path.Split('/'), 0, pattern.Split('/'), 0);

    private static bool MatchesParts(string[] parts, int part, string[] wanted, int want)
    {
        if (want == wanted.Length)
        {
            return part == parts.Length;
        }

        if (wanted[want] == "**")
        {
            for (var rest = part; rest <= parts.Length; rest++)
            {
                if (MatchesParts(parts, rest, wanted, want + 1))
                {
                    return true;
                }
            }

            return false;
        }

        return part < parts.Length && Glob(parts[part], wanted[want]) && MatchesParts(parts, part + 1, wanted, want + 1);
    }

    private static bool Glob(string text, string pattern)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
        {
            return text == pattern;
        }

        if (!text.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = text.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        var last = pieces[pieces.Length - 1];
        return text.Length - at >= last.Length && text.EndsWith(last, StringComparison.Ordinal);
    }
}
