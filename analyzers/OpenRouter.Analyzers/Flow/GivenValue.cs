using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Flow;

/// <summary>A value that is given to an annotated parameter or property.</summary>
internal sealed class GivenValue
{
    public GivenValue(ISymbol receiver, IOperation value)
    {
        Receiver = receiver;
        Value = value;
    }

    /// <summary>The parameter or the property.</summary>
    public ISymbol Receiver { get; }

    public IOperation Value { get; }
}
