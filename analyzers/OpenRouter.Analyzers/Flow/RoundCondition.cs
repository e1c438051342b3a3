using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>
/// Whether something runs for about every chunk: only under conditions that ask whether the chunk holds anything. A condition
/// that may count, measure time or look for the end of a line makes it rare, and so does one that is not understood.
/// </summary>
internal static class RoundCondition
{
    public static bool RunsForEachChunk(IOperation operation, ILoopOperation loop)
    {
        for (var child = operation; child.Parent is { } parent && child != loop; child = parent)
        {
            var isRare = parent switch
            {
                IConditionalOperation choice when choice.Condition != child => !AsksForPresence(choice.Condition),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when both.RightOperand == child => !AsksForPresence(both.LeftOperand),
                ISwitchExpressionArmOperation { Guard: { } guard } => guard != child && !AsksForPresence(guard),
                IBlockOperation block => block.Operations.TakeWhile(earlier => earlier != child).Any(IsRareGuard),
                ILocalFunctionOperation => true,
                _ => false,
            };
            if (isRare)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsRareGuard(IOperation statement)
    {
        return statement is IConditionalOperation choice
            && (StreamRounds.Continues(choice.WhenTrue) || StreamRounds.Continues(choice.WhenFalse))
            && !AsksForPresence(choice.Condition);
    }

    private static bool AsksForPresence(IOperation condition)
    {
        return condition switch
        {
            IParenthesizedOperation parenthesized => AsksForPresence(parenthesized.Operand),
            IConversionOperation conversion => AsksForPresence(conversion.Operand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => AsksForPresence(not.Operand),
            ICoalesceOperation coalesce => AsksForPresence(coalesce.Value),
            IConditionalAccessOperation access => AsksForPresence(access.WhenNotNull),
            IIsTypeOperation => true,
            IIsPatternOperation match => !match.Pattern.DescendantsAndSelf().OfType<IRelationalPatternOperation>().Any(static limit => !IsNone(limit.Value)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => AsksForPresence(both.LeftOperand) && AsksForPresence(both.RightOperand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } answer when IsYesOrNo(answer.RightOperand) => AsksForPresence(answer.LeftOperand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => IsPlain(equality.LeftOperand) && IsPlain(equality.RightOperand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } size => IsSize(size.LeftOperand) && IsNone(size.RightOperand),
            IInvocationOperation call => call.TargetMethod.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Any" || call.TargetMethod.Name.StartsWith("TryGet", System.StringComparison.Ordinal),
            IPropertyReferenceOperation property => property.Property.Name == "HasValue",
            _ => false,
        };
    }

    private static bool IsYesOrNo(IOperation value)
    {
        return value.ConstantValue is { HasValue: true, Value: bool } || (value is IConversionOperation conversion && IsYesOrNo(conversion.Operand));
    }

    // Compared with nothing, or with a word.
    private static bool IsPlain(IOperation side)
    {
        return side switch
        {
            IConversionOperation conversion => IsPlain(conversion.Operand),
            ILiteralOperation literal => literal.ConstantValue is { HasValue: true, Value: null or string } || IsNone(literal),
            IBinaryOperation or IUnaryOperation or IIncrementOrDecrementOperation => false,
            ILocalReferenceOperation or IFieldReferenceOperation => side.Type?.SpecialType is SpecialType.System_String or SpecialType.None,
            IConditionalAccessOperation or IPropertyReferenceOperation or IInvocationOperation or IArrayElementReferenceOperation or IConditionalAccessInstanceOperation => true,
            _ => false,
        };
    }

    private static bool IsSize(IOperation side)
    {
        return side is IPropertyReferenceOperation { Property.Name: "Count" or "Length" } or IInvocationOperation { TargetMethod.Name: "Count" } or IConditionalAccessOperation
            || (side is IConversionOperation conversion && IsSize(conversion.Operand));
    }

    private static bool IsNone(IOperation value)
    {
        return value.ConstantValue is { HasValue: true, Value: 0 or 1 or 0L or 1L } || (value is IConversionOperation conversion && IsNone(conversion.Operand));
    }
}
