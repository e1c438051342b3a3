using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>How a client delivers the chunks of a stream: tidied up, or as they were received.</summary>
internal static class StreamDelivery
{
    /// <summary>Whether the end comes as one chunk, with lists that are absent or hold something.</summary>
    public static bool HasEndChunk(StreamUse use, BodyContext body)
    {
        return HasEndChunk(use.Stream.Chunk, body.Known) && !IsRaw(use, body);
    }

    public static bool HasEndChunk(ITypeSymbol chunk, KnownTypes known)
    {
        return !IsSet(chunk, "HasEndChunk", false, known);
    }

    public static bool DeliversErrors(ITypeSymbol chunk, KnownTypes known)
    {
        return IsSet(chunk, "DeliversErrors", true, known);
    }

    private static bool IsRaw(StreamUse use, BodyContext body)
    {
        var consumed = use.Loop?.Collection ?? use.Place;
        if (HasRawView(consumed, body.Known))
        {
            return true;
        }

        return use.Stream.Source is ILocalReferenceOperation source
            && (HasRawView(LocalValue.TryFind(source, body.Facts.References), body.Known)
                || body.Facts.References.Of(source.Local).Any(mention => mention.Parent is IInvocationOperation call && IsRawView(call, body.Known)));
    }

    private static bool HasRawView(IOperation? chain, KnownTypes known)
    {
        return chain is not null && chain.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => IsRawView(call, known));
    }

    private static bool IsRawView(IInvocationOperation call, KnownTypes known)
    {
        return known.Annotations.RawChunks.IsOn(call.TargetMethod);
    }

    private static bool IsSet(ITypeSymbol chunk, string argument, bool value, KnownTypes known)
    {
        for (var declared = chunk; declared is not null; declared = declared.BaseType)
        {
            if (known.Annotations.StreamChunk.TryFind(declared) is { } marked)
            {
                return marked.NamedArguments.Any(named => named.Key == argument && named.Value.Value is bool set && set == value);
            }
        }

        return false;
    }
}
