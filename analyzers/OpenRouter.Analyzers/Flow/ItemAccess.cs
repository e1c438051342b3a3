using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>One item, at a fixed place, is taken out of a list on the way to the finish reason.</summary>
internal sealed class ItemAccess
{
    private ItemAccess(IOperation access, IOperation list, ListMember member)
    {
        Access = access;
        List = list;
        Member = member;
    }

    /// <summary>The element access, or the call of <c>First</c> and the like.</summary>
    public IOperation Access { get; }

    /// <summary>The expression that it is applied to.</summary>
    public IOperation List { get; }

    /// <summary>The member that the list comes from.</summary>
    public ListMember Member { get; }

    public static IEnumerable<ItemAccess> In(IOperation block, BodyContext body)
    {
        foreach (var operation in block.DescendantsAndSelf())
        {
            if (ListOf(operation) is { } list && ListMember.TryFind(list, body.Facts.References) is { } member && member.LeadsToEnd(body.Known))
            {
                yield return new ItemAccess(operation, list, member);
            }
        }
    }

    /// <summary>The list that an operation takes one item of, where the place of the item is fixed.</summary>
    public static IOperation? ListOf(IOperation operation)
    {
        return operation switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1, Instance: { } list } item when IsFixed(item.Arguments[0].Value) => list,
            IImplicitIndexerReferenceOperation item when IsFixed(item.Argument) => item.Instance,
            IArrayElementReferenceOperation { Indices.Length: 1 } item when IsFixed(item.Indices[0]) => item.ArrayReference,
            IInvocationOperation { TargetMethod.Name: "First" or "Last" or "Single", Arguments.Length: 1 } call when IsOfLinq(call) => call.Arguments[0].Value,
            IInvocationOperation { TargetMethod.Name: "ElementAt", Arguments.Length: 2 } call when IsOfLinq(call) && IsFixed(call.Arguments[1].Value)
                => call.Arguments[0].Value,
            _ => null,
        };
    }

    private static bool IsOfLinq(IInvocationOperation call)
    {
        return LinqCall.Is(call) && call.TargetMethod.ContainingType.Name == "Enumerable";
    }

    private static bool IsFixed(IOperation index)
    {
        return index switch
        {
            { ConstantValue: { HasValue: true, Value: int } } => true,
            IConversionOperation conversion => IsFixed(conversion.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => IsFixed(fromEnd.Operand),
            _ => false,
        };
    }
}
