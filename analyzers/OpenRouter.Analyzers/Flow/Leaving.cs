using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Whether code leaves a loop, and what runs in each of its rounds.</summary>
internal static class Leaving
{
    /// <summary>Whether a branch ends by leaving the loop: it breaks out of it, returns or throws.</summary>
    public static bool Leaves(IOperation? branch, ILoopOperation loop)
    {
        return branch switch
        {
            IBlockOperation block => Leaves(block.Operations.LastOrDefault(), loop),
            IBranchOperation { BranchKind: BranchKind.Break } jump => SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel),
            IReturnOperation { IsImplicit: false, Kind: OperationKind.Return or OperationKind.YieldBreak } => true,
            IThrowOperation => true,
            IExpressionStatementOperation { Operation: IThrowOperation } => true,
            ITryOperation { Catches.Length: 0 } attempt => Leaves(attempt.Body, loop),
            _ => false,
        };
    }

    /// <summary>The operation and what is inside of it, without the bodies of functions that are declared there.</summary>
    public static IEnumerable<IOperation> WithoutFunctions(IOperation operation)
    {
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                continue;
            }

            yield return next;
            foreach (var child in next.ChildOperations.Reverse())
            {
                pending.Push(child);
            }
        }
    }
}
