using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The places where a stream is run: loops, enumerators, and operators that end a chain.</summary>
internal static class StreamConsumption
{
    public static bool IsCandidate(IOperation operation)
    {
        return operation switch
        {
            IForEachLoopOperation loop => loop.IsAsynchronous,
            IInvocationOperation { Instance: not null } call => call.TargetMethod.Name == "GetAsyncEnumerator",
            IInvocationOperation call when LinqCall.IsStreamExtension(call) => call.TargetMethod.Name == "ToBlockingEnumerable",
            IInvocationOperation call when LinqCall.Is(call) => EndsChain(call.TargetMethod.Name),
            _ => false,
        };
    }

    public static StreamExpression? TryFindStream(IOperation consumption, KnownTypes known)
    {
        return StreamExpression.TryFind(consumption is IForEachLoopOperation loop ? loop.Collection : consumption, known)
            ?? (consumption is IInvocationOperation { Instance: { } instance } ? StreamExpression.TryFind(instance, known) : null);
    }

    public static void Follow(IOperation consumption, ChunkFlow flow)
    {
        if (consumption is IForEachLoopOperation loop)
        {
            flow.FollowLoopVariable(loop);
        }
        else
        {
            flow.FollowConsumed(consumption);
        }
    }

    /// <summary>Whether a loop always ends in its first round: a warm-up, or a test of the connection.</summary>
    public static bool TakesOneChunk(IOperation consumption)
    {
        if (consumption is not IForEachLoopOperation loop)
        {
            return false;
        }

        var last = loop.Body is IBlockOperation block ? block.Operations.LastOrDefault() : loop.Body;
        return last is IReturnOperation { Kind: OperationKind.Return } || last is IBranchOperation { BranchKind: BranchKind.Break };
    }

    // Counting chunks, or looking at one of them, is not reading an answer.
    private static bool EndsChain(string name)
    {
        return name.EndsWith("Async", System.StringComparison.Ordinal)
            && name is not ("CountAsync" or "LongCountAsync" or "AnyAsync" or "AllAsync" or "ContainsAsync" or "FirstAsync" or "FirstOrDefaultAsync"
                or "SingleAsync" or "SingleOrDefaultAsync" or "ElementAtAsync" or "ElementAtOrDefaultAsync");
    }
}
