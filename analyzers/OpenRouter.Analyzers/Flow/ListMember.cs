using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>A list that is a member of a chunk or of a result, named by the variable it is reached from.</summary>
internal sealed class ListMember
{
    private ListMember(ISymbol? root, IPropertyReferenceOperation reference, bool isKnownNotNull)
    {
        Root = root;
        Reference = reference;
        IsKnownNotNull = isKnownNotNull;
    }

    /// <summary>The local, parameter or field that the way to the list starts at; nothing when it starts at a call.</summary>
    public ISymbol? Root { get; }

    public IPropertyReferenceOperation Reference { get; }

    public IPropertySymbol Property => Reference.Property;

    /// <summary>Whether the way there, by <c>?.</c> or by a pattern, is only taken when there is a list.</summary>
    public bool IsKnownNotNull { get; }

    public static ListMember? TryFind(IOperation list, ReferenceIndex references)
    {
        return TryFind(list, references, isKnownNotNull: false);
    }

    /// <summary>Whether items of the list can lead to the finish reason of an answer, and the list belongs to the client.</summary>
    public bool LeadsToEnd(KnownTypes known)
    {
        return ItemOf(Property.Type) is { } item && (IsStreamed(known) ? known.Members.ReachesEnd(item) : IsOfResult(item, known));
    }

    public bool IsStreamed(KnownTypes known)
    {
        return known.Annotations.StreamChunk.IsOn(Property.ContainingType) || known.Annotations.StreamChunk.IsOn(Reference.Instance?.Type);
    }

    /// <summary>Whether another expression is the same list.</summary>
    public bool IsSame(IOperation other)
    {
        return other is IPropertyReferenceOperation property
            && SymbolEqualityComparer.Default.Equals(property.Property, Property)
            && (property.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput }
                || (Root is not null && SymbolEqualityComparer.Default.Equals(RootOf(property.Instance), Root)));
    }

    private static ListMember? TryFind(IOperation list, ReferenceIndex references, bool isKnownNotNull)
    {
        return list switch
        {
            IConversionOperation { OperatorMethod: null } conversion => TryFind(conversion.Operand, references, isKnownNotNull),
            IParenthesizedOperation parenthesized => TryFind(parenthesized.Operand, references, isKnownNotNull),
            IConditionalAccessInstanceOperation placeholder when ConditionalAccess.OwnerOf(placeholder) is IConditionalAccessOperation access
                => TryFind(access.Operation, references, isKnownNotNull: true),
            IConditionalAccessOperation access => TryFind(access.WhenNotNull, references, isKnownNotNull),
            IPropertyReferenceOperation { Property: { IsIndexer: false, IsStatic: false } } property => new ListMember(RootOf(property.Instance), property, isKnownNotNull),
            ILocalReferenceOperation local => OfLocal(local, references, isKnownNotNull),
            _ => null,
        };
    }

    private static ListMember? OfLocal(ILocalReferenceOperation local, ReferenceIndex references, bool isKnownNotNull)
    {
        if (LocalValue.TryFind(local, references) is { } value)
        {
            return TryFind(value, references, isKnownNotNull);
        }

        // `is { } choices`: any further demand of the pattern may be about the length.
        return LocalValue.Declaration(local) switch
        {
            IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true, Parent: IIsPatternOperation match }
                => TryFind(match.Value, references, isKnownNotNull: true),
            IDeclarationPatternOperation { Parent: IIsPatternOperation match } declaration => TryFind(match.Value, references, isKnownNotNull || !declaration.MatchesNull),
            _ => null,
        };
    }

    private static ISymbol? RootOf(IOperation? instance)
    {
        return instance switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => RootOf(property.Instance) ?? property.Property,
            IConversionOperation conversion => RootOf(conversion.Operand),
            IParenthesizedOperation parenthesized => RootOf(parenthesized.Operand),
            IConditionalAccessInstanceOperation placeholder => RootOf((ConditionalAccess.OwnerOf(placeholder) as IConditionalAccessOperation)?.Operation),
            _ => null,
        };
    }

    // Somebody's own type that keeps choices of an answer may make sure of its length: it is not of the client's namespace.
    private bool IsOfResult(ITypeSymbol item, KnownTypes known)
    {
        return SymbolEqualityComparer.Default.Equals(item.ContainingNamespace, Property.ContainingType.ContainingNamespace)
            && item.GetMembers().OfType<IPropertySymbol>().Any(known.Members.IsFinishReason);
    }

    private static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        return type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { Name: "IReadOnlyList" or "IList" or "List" or "ImmutableArray" or "IReadOnlyCollection" or "IEnumerable", TypeArguments.Length: 1 } list
                => list.TypeArguments[0],
            _ => null,
        };
    }
}
