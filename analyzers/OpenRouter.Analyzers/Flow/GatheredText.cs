using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The variables and members that a loop over a stream gathers the text of a model in, and whether the text goes on from there.</summary>
internal static class GatheredText
{
    public static bool IsUsed(ILoopOperation loop, BodyContext body)
    {
        return In(loop, body).Any(symbol => body.Facts.References.Of(symbol).Any(mention => IsUse(mention, loop)));
    }

    private static IEnumerable<ISymbol> In(ILoopOperation loop, BodyContext body)
    {
        var text = new ModelTextFlow(body);
        foreach (var operation in Leaving.WithoutFunctions(loop.Body))
        {
            var target = operation switch
            {
                ICompoundAssignmentOperation sum when text.IsModelText(sum.Value) => sum.Target,
                ISimpleAssignmentOperation assignment when Accumulation.TryFind(assignment) is { } sum && text.IsModelText(sum.Piece) => assignment.Target,
                IInvocationOperation call when Adds(call) && call.Arguments.Any(argument => text.IsModelText(argument.Value)) => Receiver(call),
                _ => null,
            };
            foreach (var symbol in SymbolsOf(target))
            {
                if (!symbol.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span)))
                {
                    yield return symbol;
                }
            }
        }
    }

    private static bool Adds(IInvocationOperation call)
    {
        return call is { Instance: not null, TargetMethod: { Name: "Append" or "AppendLine" or "Add" or "Write", ContainingType.Name: "StringBuilder" or "StringWriter" or "TextWriter" or "List" } };
    }

    // Behind what was appended in the same chain.
    private static IOperation? Receiver(IInvocationOperation call)
    {
        var receiver = call.Instance;
        while (receiver is IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } earlier)
        {
            receiver = earlier.Instance;
        }

        return receiver is IPropertyReferenceOperation or IFieldReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation ? receiver : null;
    }

    // A message whose text grows is handed on as a whole.
    private static IEnumerable<ISymbol> SymbolsOf(IOperation? target)
    {
        if (Accumulation.SymbolOf(target) is { } symbol)
        {
            yield return symbol;
        }

        if (target is IMemberReferenceOperation { Instance: ILocalReferenceOperation owner })
        {
            yield return owner.Local;
        }
    }

    private static bool IsUse(IOperation mention, ILoopOperation loop)
    {
        if (mention.Parent is IAssignmentOperation assignment && assignment.Target == mention)
        {
            return false;
        }

        if (mention.Parent is IInvocationOperation call && call.Instance == mention && call.TargetMethod.Name is "Clear" or "Append" or "AppendLine" or "Add" or "Write" or "Dispose" or "DisposeAsync" or "Flush" or "FlushAsync")
        {
            return false;
        }

        return mention.Syntax.SpanStart >= loop.Syntax.Span.End
            ? EnclosingFunction.Of(mention) == EnclosingFunction.Of(loop) && !IsOwner(mention)
            : loop.Syntax.Span.Contains(mention.Syntax.Span) && IsReturned(mention);
    }

    // Setting another member of a message uses no text.
    private static bool IsOwner(IOperation mention)
    {
        return mention.Parent is IMemberReferenceOperation { Parent: IAssignmentOperation assignment } member && assignment.Target == member;
    }

    private static bool IsReturned(IOperation mention)
    {
        for (var around = mention.Parent; around is not null and not IBlockOperation and not IAnonymousFunctionOperation; around = around.Parent)
        {
            if (around is IReturnOperation { Kind: OperationKind.Return })
            {
                return true;
            }
        }

        return false;
    }
}
