using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>Whether a use runs in each round of the loop around it; under a condition it may run in one of them only.</summary>
internal static class RoundOfLoop
{
    /// <summary>The innermost loop that runs the operation again and again: not the one that it begins.</summary>
    public static ILoopOperation? Around(IOperation use)
    {
        for (var child = use; child.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = parent)
        {
            var isBeginning = parent switch
            {
                IForEachLoopOperation loop => loop.Collection == child,
                IForLoopOperation loop => loop.Before.Contains(child),
                _ => false,
            };
            if (parent is ILoopOperation around && !isBeginning)
            {
                return around;
            }
        }

        return null;
    }

    public static bool RunsInEach(IOperation use, ILoopOperation loop)
    {
        for (var child = use; child != loop && child.Parent is { } parent; child = parent)
        {
            var isConditional = parent switch
            {
                IConditionalOperation choice => choice.Condition != child,
                ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation => true,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => both.RightOperand == child,
                ICoalesceOperation coalesce => coalesce.WhenNull == child,
                ICoalesceAssignmentOperation coalesce => coalesce.Value == child,
                IConditionalAccessOperation access => access.WhenNotNull == child,
                IBlockOperation block => block.Operations.TakeWhile(earlier => earlier != child).Any(earlier => Skips(earlier, loop)),
                _ => false,
            };
            if (isConditional)
            {
                return false;
            }
        }

        return !TryAround.IsRetried(use, loop);
    }

    /// <summary>Whether the loop goes through something, and is not left for what the use brought.</summary>
    public static bool IsOverSomething(IOperation use, ILoopOperation loop)
    {
        return loop is IForEachLoopOperation or IForLoopOperation && !Leaving.WithoutFunctions(loop.Body).Any(jump => jump.Syntax.SpanStart > use.Syntax.SpanStart && Leaves(jump, loop));
    }

    private static bool Skips(IOperation statement, ILoopOperation loop)
    {
        return Leaving.WithoutFunctions(statement).OfType<IBranchOperation>().Any(jump =>
            jump.BranchKind == BranchKind.GoTo || SymbolEqualityComparer.Default.Equals(jump.Target, loop.ContinueLabel));
    }

    private static bool Leaves(IOperation jump, ILoopOperation loop)
    {
        return jump is IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IBranchOperation { BranchKind: BranchKind.GoTo }
            || (jump is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel));
    }
}
