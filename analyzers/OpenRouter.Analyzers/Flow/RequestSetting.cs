using Microsoft.CodeAnalysis;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Something that is set on a request: by a step of its builder, or by a value for a member of the request object.</summary>
internal sealed class RequestSetting
{
    public RequestSetting(ISymbol member, IOperation place, IOperation? value)
    {
        Member = member;
        Place = place;
        Value = value;
    }

    /// <summary>The method of the builder, or the property of the request.</summary>
    public ISymbol Member { get; }

    public IOperation Place { get; }

    /// <summary>The value that is given, or the first of several.</summary>
    public IOperation? Value { get; }
}
