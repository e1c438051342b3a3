using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>A place that enumerates a stream, in part or to its end, and what it enumerates.</summary>
internal sealed class StreamReading
{
    private StreamReading(IOperation place, IOperation source)
    {
        Place = place;
        Source = source;
    }

    /// <summary>The loop, the enumerator, the operator that ends a chain, or the collector.</summary>
    public IOperation Place { get; }

    /// <summary>The innermost expression of the chain: a mention of a local or parameter, a call, or something else.</summary>
    public IOperation Source { get; }

    public static IReadOnlyList<StreamReading> AllOf(BodyContext body)
    {
        var readings = new List<StreamReading>();
        foreach (var operation in body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            foreach (var stream in ReadBy(operation, body))
            {
                readings.Add(new StreamReading(operation, SourceOf(stream, body.Known)));
            }
        }

        return readings;
    }

    /// <summary>The expression behind all operators that do nothing until they are enumerated, and behind views of one stream.</summary>
    public static IOperation SourceOf(IOperation stream, KnownTypes known)
    {
        while (true)
        {
            switch (stream)
            {
                case IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion:
                    stream = conversion.Operand;
                    continue;
                case IParenthesizedOperation parenthesized:
                    stream = parenthesized.Operand;
                    continue;
                case ITranslatedQueryOperation query:
                    stream = query.Operation;
                    continue;
                case IInvocationOperation { Instance: null } call when IsLazy(call, known):
                    stream = call.Arguments[0].Value;
                    continue;
                case IInvocationOperation { Instance: { } instance } call when IsView(call, instance, known):
                    stream = instance;
                    continue;
                default:
                    return stream;
            }
        }
    }

    /// <summary>Whether the type is one of the framework's faces of a stream, behind which any stream may be.</summary>
    public static bool IsFace(ITypeSymbol? type, KnownTypes known)
    {
        return known.IsBareStream(type) || type?.Name is "IOrderedAsyncEnumerable" or "ConfiguredCancelableAsyncEnumerable";
    }

    public static bool IsReadOnce(ITypeSymbol? type, KnownTypes known)
    {
        return known.Annotations.ReadOnce.IsOnOrInherited(type);
    }

    private static IEnumerable<IOperation> ReadBy(IOperation operation, BodyContext body)
    {
        switch (operation)
        {
            case IForEachLoopOperation { IsAsynchronous: true } loop:
                return [loop.Collection];
            case IForEachLoopOperation loop:
                var sequence = loop.Collection is IConversionOperation conversion ? conversion.Operand : loop.Collection;
                return sequence is IInvocationOperation { TargetMethod.Name: "ToBlockingEnumerable" } blocking && LinqCall.IsStreamExtension(blocking) ? [blocking.Arguments[0].Value] : [];
            case IInvocationOperation { Instance: { } instance, TargetMethod.Name: "GetAsyncEnumerator" }:
                return [instance];
            case IInvocationOperation call when LinqCall.Is(call):
                return EndsChain(call, body.Known) ? [call.Arguments[0].Value] : [];
            case IInvocationOperation call when body.IsTrusted(call.TargetMethod):
                return call.Arguments.Select(static argument => argument.Value).Concat(call.Instance is { } collected ? [collected] : []);
            default:
                return [];
        }
    }

    private static bool EndsChain(IInvocationOperation call, KnownTypes known)
    {
        return call.TargetMethod.Name.EndsWith("Async", System.StringComparison.Ordinal)
            && call.Type?.Name is "Task" or "ValueTask"
            && IsFace(call.Arguments[0].Parameter?.Type, known);
    }

    // Whoever keeps what was read can hand it out again; such operators exist under several names.
    private static bool IsLazy(IInvocationOperation call, KnownTypes known)
    {
        return LinqCall.IsStreamExtension(call)
            ? call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait"
            : LinqCall.Is(call)
                && IsFace(call.Type, known)
                && IsFace(call.Arguments[0].Parameter?.Type, known)
                && call.TargetMethod.Name is not ("Memoize" or "Replay" or "Publish" or "Share" or "Cache" or "Multicast");
    }

    private static bool IsView(IInvocationOperation call, IOperation instance, KnownTypes known)
    {
        if (call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait")
        {
            return IsFace(call.Type, known);
        }

        return (IsReadOnce(instance.Type, known) || known.ChunkOf(instance.Type) is not null)
            && (IsReadOnce(call.Type, known) || (IsFace(call.Type, known) && (known.ChunkOf(call.Type) is not null || known.Annotations.ModelText.IsOn(call.TargetMethod))));
    }
}
