using System;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>Whether a source holds one of some words anywhere, remembered for each file: cheaper than looking into any of its bodies.</summary>
internal sealed class SourceTraces
{
    private readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> _found = new();
    private readonly string[] _words;

    public SourceTraces(params string[] words)
    {
        _words = words;
    }

    public bool AreIn(SyntaxTree tree)
    {
        return _found.TryGetValue(tree, out var found) ? found.Value : _found.GetValue(tree, key => new StrongBox<bool>(Find(key))).Value;
    }

    private bool Find(SyntaxTree tree)
    {
        var source = tree.GetText().ToString();
        return Array.Exists(_words, word => source.IndexOf(word, StringComparison.Ordinal) >= 0);
    }
}
