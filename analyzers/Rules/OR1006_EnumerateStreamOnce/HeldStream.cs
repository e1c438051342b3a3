using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>A local or parameter that holds a stream which nobody should read twice.</summary>
internal sealed class HeldStream
{
    private const int MostLocals = 8;

    private HeldStream(ISymbol holder, bool fails)
    {
        Holder = holder;
        Fails = fails;
    }

    public ISymbol Holder { get; }

    /// <summary>Whether a second reading fails for certain; otherwise it may send the request again, which somebody may want.</summary>
    public bool Fails { get; }

    /// <summary>Follows locals that hold operators over a stream, or another name of it, to the one that holds the stream.</summary>
    public static ISymbol? HolderOf(IOperation source, BodyContext body)
    {
        var holder = SymbolOf(source);
        for (var count = 0; count < MostLocals && source is ILocalReferenceOperation local; count++)
        {
            if (LocalValue.TryFind(local, body.Facts.References) is not { } value)
            {
                break;
            }

            source = StreamReading.SourceOf(value, body.Known);
            if (SymbolOf(source) is not { } next)
            {
                break;
            }

            holder = next;
        }

        return holder;
    }

    /// <summary>What is held when it is known to be such a stream, otherwise nothing.</summary>
    public static HeldStream? TryFind(ISymbol holder, BodyContext body)
    {
        var known = body.Known;
        var type = holder is ILocalSymbol local ? local.Type : ((IParameterSymbol)holder).Type;
        var mentions = body.Facts.References.Of(holder);
        if (StreamReading.IsReadOnce(type, known))
        {
            return new HeldStream(holder, fails: true);
        }

        // Somebody who asks for the kind of a stream knows of some that are different.
        if (!StreamReading.IsFace(type, known) || mentions.Any(AsksForType))
        {
            return null;
        }

        if (holder is IParameterSymbol)
        {
            return known.ChunkOf(type) is not null ? new HeldStream(holder, fails: false) : null;
        }

        var fails = true;
        foreach (var value in ValuesOf((ILocalSymbol)holder, mentions, body))
        {
            if (value is null || FailsAgain(StreamReading.SourceOf(value, known), known) is not { } failsAgain)
            {
                return null;
            }

            fails &= failsAgain;
        }

        return new HeldStream(holder, fails);
    }

    private static ISymbol? SymbolOf(IOperation source)
    {
        return source switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
    }

    private static bool AsksForType(IOperation mention)
    {
        return mention.Parent is IIsTypeOperation or ISwitchOperation or ISwitchExpressionOperation or IConversionOperation { IsTryCast: true }
            || (mention.Parent is IIsPatternOperation match && match.Pattern is not (IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation }));
    }

    /// <summary>All that the local is ever given; nothing among it for what is not known.</summary>
    private static IEnumerable<IOperation?> ValuesOf(ILocalSymbol local, IReadOnlyList<IOperation> mentions, BodyContext body)
    {
        var declarator = body.Facts.DeclaratorOf(local);
        var initial = declarator?.Parent is IForEachLoopOperation ? null : declarator?.GetVariableInitializer()?.Value;
        var assigned = mentions.Where(LocalValue.IsWritten).Select(static mention => (mention.Parent as ISimpleAssignmentOperation)?.Value).ToList();
        return initial is null && declarator is { Parent: not IForEachLoopOperation } && assigned.Count > 0 ? assigned : assigned.Prepend(initial);
    }

    /// <summary>Whether reading a value of the expression again fails, when that is known of it.</summary>
    private static bool? FailsAgain(IOperation source, KnownTypes known)
    {
        switch (source)
        {
            case IConditionalOperation { WhenTrue: { } whenTrue, WhenFalse: { } whenFalse }:
                return FailsAgain(StreamReading.SourceOf(whenTrue, known), known) is { } first && FailsAgain(StreamReading.SourceOf(whenFalse, known), known) is { } second ? first && second : null;
            case IAwaitOperation { Operation: var task }:
                return IsSent(task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } awaited } ? awaited : task, source.Type, known) ? false : null;
            default:
                return StreamReading.IsReadOnce(source.Type, known) ? true : IsSent(source, source.Type, known) ? false : null;
        }
    }

    // What a method sends when it is enumerated, it sends again; a type of its own may know better.
    private static bool IsSent(IOperation call, ITypeSymbol? stream, KnownTypes known)
    {
        return call is IInvocationOperation { TargetMethod: var method } && known.IsSendingMethod(method) && known.IsBareStream(stream) && known.ChunkOf(stream) is not null;
    }
}
