using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>Whether one use of a local comes after another for certain, with nothing in between that gives it another value.</summary>
internal sealed class Repetition
{
    private readonly FlowPaths _paths;
    private readonly SyntaxNode[] _changes;

    private Repetition(FlowPaths paths, SyntaxNode[] changes)
    {
        _paths = paths;
        _changes = changes;
    }

    /// <summary>The flow of the function around the uses; nothing when something changes the local that the flow does not show.</summary>
    /// <param name="holder">The local or parameter.</param>
    /// <param name="uses">Mentions, of the local or of others that stand for it; all in one function.</param>
    /// <param name="changes">Mentions that give the local another value, or change what it holds.</param>
    /// <param name="body">The body around them.</param>
    public static Repetition? TryFind(ISymbol holder, IReadOnlyList<IOperation> uses, IReadOnlyList<IOperation> changes, BodyContext body)
    {
        var function = EnclosingFunction.Of(uses[0]);
        if (changes.Any(change => EnclosingFunction.Of(change) != function || IsBesideTheFlow(change)) || FunctionFlow.Of(uses[0], body) is not { } graph)
        {
            return null;
        }

        var known = new HashSet<SyntaxNode>(uses.Select(static use => use.Syntax));
        var changed = new HashSet<SyntaxNode>(changes.Select(static change => change.Syntax));
        var paths = FlowPaths.Of(graph, operation => operation is ILocalReferenceOperation or IParameterReferenceOperation && (known.Contains(operation.Syntax) || changed.Contains(operation.Syntax)) || Declares(operation, holder));
        return uses.All(use => paths.Has(use.Syntax)) ? new Repetition(paths, paths.Places.Where(place => !known.Contains(place)).ToArray()) : null;
    }

    /// <summary>Whether the second is never run without the first before it, or the first never without the second after it.</summary>
    public bool IsRepeated(IOperation first, IOperation second, bool surely = false)
    {
        var (from, to) = (first.Syntax, second.Syntax);
        if (TryAround.IsLeftByFailure(first, second) || !_paths.Leads(from, to, _changes) || _changes.Any(change => _paths.Leads(from, change, from, to) && _paths.Leads(change, to, from)))
        {
            return false;
        }

        var isPreceded = !_paths.LeadsFromBeginning(to, from);
        var isFollowed = !_paths.LeadsToEnd(from, to) && !_paths.Leads(from, from, to);
        return surely ? isPreceded && isFollowed : isPreceded || isFollowed;
    }

    /// <summary>Whether a loop comes back to the use, and the local is given no other value in it.</summary>
    public bool ComesBack(IOperation use)
    {
        return _paths.Leads(use.Syntax, use.Syntax, _changes)
            && !_changes.Any(change => _paths.Leads(use.Syntax, change, use.Syntax) && _paths.Leads(change, use.Syntax, use.Syntax));
    }

    // Where a local gets its value anew: its declaration, also in a pattern, a loop or an argument.
    private static bool Declares(IOperation operation, ISymbol holder)
    {
        return operation switch
        {
            ILocalReferenceOperation { IsDeclaration: true } local => SymbolEqualityComparer.Default.Equals(local.Local, holder),
            IDeclarationPatternOperation { DeclaredSymbol: { } declared } => SymbolEqualityComparer.Default.Equals(declared, holder),
            IRecursivePatternOperation { DeclaredSymbol: { } declared } => SymbolEqualityComparer.Default.Equals(declared, holder),
            _ => false,
        };
    }

    private static bool IsBesideTheFlow(IOperation change)
    {
        for (var child = change; child.Parent is { } parent; child = parent)
        {
            if (parent is ICatchClauseOperation || (parent is ITryOperation attempt && attempt.Finally == child))
            {
                return true;
            }
        }

        return false;
    }
}
