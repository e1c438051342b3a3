using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>Whether a <c>try</c> makes of a repetition an attempt after a failure, which is meant.</summary>
internal static class TryAround
{
    /// <summary>Whether the first stands in a <c>try</c> without the second that goes on when it fails.</summary>
    public static bool IsLeftByFailure(IOperation first, IOperation second)
    {
        return GoesOnAfterFailure(first, operation => Contains(operation, second));
    }

    /// <summary>Whether a <c>try</c> within a loop lets it go on when the use fails.</summary>
    public static bool IsRetried(IOperation use, ILoopOperation loop)
    {
        return GoesOnAfterFailure(use, operation => operation == loop);
    }

    private static bool GoesOnAfterFailure(IOperation use, System.Func<IOperation, bool> isOutside)
    {
        for (var around = use.Parent; around is not null && !isOutside(around); around = around.Parent)
        {
            if (around is ITryOperation attempt && !attempt.Catches.All(static handler => Leaves(handler.Handler)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(IBlockOperation handler)
    {
        return handler.Operations.LastOrDefault() is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };
    }

    private static bool Contains(IOperation operation, IOperation part)
    {
        return operation.Syntax.Span.Contains(part.Syntax.Span);
    }
}
