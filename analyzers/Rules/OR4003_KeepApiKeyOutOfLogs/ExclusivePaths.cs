using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>
/// Whether a value that is taken for a key at one place is something else at another, because no run comes to both: an argument
/// that looks like a key is one, every other is named as unknown.
/// </summary>
internal static class ExclusivePaths
{
    public static bool Part(IOperation given, IOperation written)
    {
        var around = new Dictionary<IOperation, IOperation>();
        for (var child = written; child.Parent is { } parent; child = parent)
        {
            around[parent] = child;
        }

        for (var child = given; child.Parent is { } parent; child = parent)
        {
            if (around.TryGetValue(parent, out var other))
            {
                return child != other && parent switch
                {
                    IConditionalOperation choice => child != choice.Condition && other != choice.Condition,
                    ISwitchOperation choice => child != choice.Value && other != choice.Value,
                    ISwitchExpressionOperation choice => child != choice.Value && other != choice.Value,
                    _ => false,
                };
            }

            if (parent is IConditionalOperation guard && child != guard.Condition && Leaves(child) && !Precedes(written, guard))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(IOperation branch)
    {
        return (branch is IBlockOperation block ? block.Operations.LastOrDefault() : branch) is IBranchOperation or IReturnOperation or IThrowOperation
            or IExpressionStatementOperation { Operation: IThrowOperation };
    }

    private static bool Precedes(IOperation written, IOperation guard)
    {
        return written.Syntax.SpanStart < guard.Syntax.SpanStart;
    }
}
