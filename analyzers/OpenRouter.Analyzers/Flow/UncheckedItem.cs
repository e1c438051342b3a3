using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Judges whether an item is taken out of a list that may not have it.</summary>
internal sealed class UncheckedItem
{
    private UncheckedItem(ItemAccess access, bool isStreamed, bool isNeverEmpty, bool mayBeNull)
    {
        Access = access;
        IsStreamed = isStreamed;
        IsNeverEmpty = isNeverEmpty;
        MayBeNull = mayBeNull;
    }

    public ItemAccess Access { get; }

    public bool IsStreamed { get; }

    /// <summary>The client delivers no empty list, but may deliver none.</summary>
    public bool IsNeverEmpty { get; }

    public bool MayBeNull { get; }

    public static UncheckedItem? TryFind(ItemAccess access, BodyContext body)
    {
        var member = access.Member;
        var isStreamed = member.IsStreamed(body.Known);
        var isNeverEmpty = isStreamed && NeverEmpty(member, body);
        var mayBeNull = member.Property.Type.IsReferenceType && member.Property.NullableAnnotation == NullableAnnotation.Annotated;
        if (isNeverEmpty && (!mayBeNull || member.IsKnownNotNull || (!IsClaimed(access.List.Syntax) && !IsClaimed(member.Reference.Syntax) && IsNotNull(access.List))))
        {
            return null;
        }

        return ListGuard.IsGuarded(access, isNeverEmpty, body.Facts.References) ? null : new UncheckedItem(access, isStreamed, isNeverEmpty, mayBeNull);
    }

    private static bool NeverEmpty(ListMember member, BodyContext body)
    {
        if (member.Root is ILocalSymbol root)
        {
            foreach (var use in body.Facts.Streams)
            {
                if (use.Loop?.LoopControlVariable is IVariableDeclaratorOperation variable && SymbolEqualityComparer.Default.Equals(variable.Symbol, root))
                {
                    return StreamDelivery.HasEndChunk(use, body);
                }
            }
        }

        var chunk = body.Known.Annotations.StreamChunk.IsOn(member.Reference.Instance?.Type) ? member.Reference.Instance!.Type! : member.Property.ContainingType;
        return StreamDelivery.HasEndChunk(chunk, body.Known);
    }

    // Behind `!` the compiler believes what it is told.
    private static bool IsClaimed(SyntaxNode list)
    {
        return list.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression);
    }

    // What the compiler has found out, by tests of all kinds and through annotated helpers.
    private static bool IsNotNull(IOperation list)
    {
        while (list is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            list = list.ChildOperations.First();
        }

        return list.SemanticModel is { } model && model.GetTypeInfo(list.Syntax).Nullability.FlowState == NullableFlowState.NotNull;
    }
}
