using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;

/// <summary>Further shapes of keys, by the setting of the user. A pattern that is none is left out.</summary>
internal sealed class KeyPatterns
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(50);

    private static readonly ConcurrentDictionary<string, KeyPatterns> s_read = new(StringComparer.Ordinal);

    private static readonly KeyPatterns s_none = new("");

    private readonly List<Regex> _patterns = [];

    private KeyPatterns(string list)
    {
        foreach (var pattern in list.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                _patterns.Add(new Regex(pattern, RegexOptions.CultureInvariant, s_limit));
            }
            catch (ArgumentException)
            {
                // Half of a pattern, while it is being typed.
            }
        }
    }

    public bool Any => _patterns.Count > 0;

    public static KeyPatterns Of(BodyContext body)
    {
        return Of(body.Facts.Blocks[0].Syntax.SyntaxTree, body.AnalyzerOptions);
    }

    public static KeyPatterns Of(SyntaxTree tree, AnalyzerOptions options)
    {
        var isSet = options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(RuleOptions.ApiKeyPatterns, out var list);
        return isSet ? s_read.GetOrAdd(list!, static patterns => new KeyPatterns(patterns)) : s_none;
    }

    public bool Match(string text)
    {
        foreach (var pattern in _patterns)
        {
            try
            {
                if (pattern.IsMatch(text))
                {
                    return true;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                // A pattern that takes this long tells nothing.
            }
        }

        return false;
    }
}
