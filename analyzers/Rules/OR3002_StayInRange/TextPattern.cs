using System;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Rules.OR3002_StayInRange;

/// <summary>The pattern that a text has to match. One that .NET reads differently, or that takes long, refuses nothing.</summary>
internal sealed class TextPattern
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(50);

    private static readonly ConcurrentDictionary<string, TextPattern> s_read = new(StringComparer.Ordinal);

    private readonly Regex? _regex;

    private TextPattern(string pattern)
    {
        try
        {
            _regex = new Regex(pattern, RegexOptions.ECMAScript, s_limit);
        }
        catch (ArgumentException)
        {
            // The pattern comes from a document, whose dialect is another one.
        }
    }

    public static TextPattern? Of(AttributeData? annotation)
    {
        return annotation is { ConstructorArguments.Length: 1 } && annotation.ConstructorArguments[0].Value is string pattern
            ? s_read.GetOrAdd(pattern, static key => new TextPattern(key))
            : null;
    }

    public bool Accepts(string text)
    {
        try
        {
            return _regex is null || _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    public override string ToString()
    {
        return _regex?.ToString() ?? "";
    }
}
