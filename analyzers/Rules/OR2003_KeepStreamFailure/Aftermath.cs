using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;

/// <summary>Whether the code behind a <c>try</c> statement can tell that the stream broke.</summary>
internal static class Aftermath
{
    /// <summary>The end of the answer is looked at, or a local that the block sets on its way, or the stream itself.</summary>
    public static bool TellsOfFailure(ITryOperation attempt, StreamUse use, BodyContext body)
    {
        var end = attempt.Syntax.Span.End;
        foreach (var operation in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Where(operation => operation.Syntax.SpanStart >= end))
        {
            if (operation is IPropertyReferenceOperation property && body.Known.Members.TellsEnd(property.Property))
            {
                return true;
            }

            if (operation is ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation &&
                Accumulation.SymbolOf(operation) is { } symbol && (IsStream(symbol, use) || IsMark(symbol, operation.Type, attempt, body)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same is tried once more: the block leaves a loop around it when it was successful.</summary>
    public static bool IsRetried(ITryOperation attempt)
    {
        for (var around = attempt.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; around = around.Parent)
        {
            if (around is ILoopOperation loop)
            {
                return Leaving.WithoutFunctions(attempt.Body).Any(operation => operation is IReturnOperation or IBranchOperation && Leaving.Leaves(operation, loop))
                    || (loop.Syntax.Span.End > attempt.Syntax.Span.End && Leaving.Leaves((loop.Body as IBlockOperation)?.Operations.LastOrDefault(), loop));
            }
        }

        return false;
    }

    private static bool IsStream(ISymbol symbol, StreamUse use)
    {
        return SymbolEqualityComparer.Default.Equals(Accumulation.SymbolOf(use.Stream.Source), symbol);
    }

    // A flag, a finish reason, an answer: but not the text, which looks the same either way.
    private static bool IsMark(ISymbol symbol, ITypeSymbol? type, ITryOperation attempt, BodyContext body)
    {
        return type?.SpecialType != SpecialType.System_String && body.Facts.References.Of(symbol).Any(reference =>
            attempt.Body.Syntax.Span.Contains(reference.Syntax.Span) && reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference);
    }
}
