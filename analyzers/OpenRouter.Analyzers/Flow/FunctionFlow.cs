using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The control flow of the function that runs an operation: the member itself, a lambda, or a local function.</summary>
internal static class FunctionFlow
{
    public static ControlFlowGraph? Of(IOperation operation, BodyContext body)
    {
        if (EnclosingFunction.Of(operation) is not { } function)
        {
            var root = body.Facts.Blocks.FirstOrDefault(block => IsIn(operation, block));
            return root is null ? null : body.FlowOf(root);
        }

        if (Of(function, body) is not { } around)
        {
            return null;
        }

        if (function is ILocalFunctionOperation local)
        {
            return around.LocalFunctions.Contains(local.Symbol, SymbolEqualityComparer.Default) ? around.GetLocalFunctionControlFlowGraph(local.Symbol) : null;
        }

        var lambda = around.Blocks
            .SelectMany(static block => block.BranchValue is { } branch ? block.Operations.Append(branch) : block.Operations)
            .SelectMany(static statement => statement.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(candidate => candidate.Syntax == function.Syntax);
        return lambda is null ? null : around.GetAnonymousFunctionControlFlowGraph(lambda);
    }

    private static bool IsIn(IOperation operation, IOperation block)
    {
        for (var around = operation; around is not null; around = around.Parent)
        {
            if (around == block)
            {
                return true;
            }
        }

        return false;
    }
}
