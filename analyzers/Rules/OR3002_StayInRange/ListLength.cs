using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR3002_StayInRange;

/// <summary>How many items a list has that is written out where it is given.</summary>
internal static class ListLength
{
    public static int? TryCount(IOperation value)
    {
        return value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => TryCount(conversion.Operand),
            IParenthesizedOperation parenthesized => TryCount(parenthesized.Operand),
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Length,
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: int size } => size,
            IObjectCreationOperation creation when IsPlainList(creation) => CountOf(creation),
            IInvocationOperation { TargetMethod: { Name: "Empty", Parameters.IsEmpty: true, ContainingType.Name: "Array" or "Enumerable" } } => 0,
            // The compiler that these rules are built against has no name for this operation yet.
            { Syntax: CollectionExpressionSyntax list } when list.Elements.All(static element => element is ExpressionElementSyntax) => list.Elements.Count,
            _ => null,
        };
    }

    private static bool IsPlainList(IObjectCreationOperation creation)
    {
        return creation.Type is { Name: "List" or "HashSet" or "Dictionary", ContainingNamespace.Name: "Generic" }
            && creation.Arguments.All(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32);
    }

    private static int? CountOf(IObjectCreationOperation creation)
    {
        var isSet = creation.Type is { Name: not "List" };
        var initializers = creation.Initializer?.Initializers;
        // Equal items of a set are one.
        return initializers is not { Length: > 0 } items ? 0 : isSet ? null : items.Length;
    }
}
