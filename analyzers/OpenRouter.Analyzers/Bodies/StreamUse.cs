using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>A place where a stream of chunks is run.</summary>
internal sealed class StreamUse
{
    public StreamUse(IOperation place, StreamExpression stream)
    {
        Place = place;
        Stream = stream;
    }

    /// <summary>The loop, the enumerator, or the operator that ends the chain.</summary>
    public IOperation Place { get; }

    public StreamExpression Stream { get; }

    /// <summary>The loop when there is one.</summary>
    public IForEachLoopOperation? Loop => Place as IForEachLoopOperation;
}
