using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>Whether a key is known to be missing where it is written: such a message tells nobody anything.</summary>
internal static class EmptyKey
{
    public static bool IsCertainAt(IOperation mention)
    {
        var written = mention.Syntax.ToString();
        for (var child = mention; child.Parent is { } parent; child = parent)
        {
            if (parent is IConditionalOperation choice && child != choice.Condition && IsEmptyWhen(choice.Condition, child == choice.WhenTrue, written))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the key is empty when the condition has come out like this.</summary>
    private static bool IsEmptyWhen(IOperation condition, bool outcome, string written)
    {
        return condition switch
        {
            IParenthesizedOperation parenthesized => IsEmptyWhen(parenthesized.Operand, outcome, written),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsEmptyWhen(not.Operand, !outcome, written),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Combined(both, outcome, any: outcome, written),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Combined(either, outcome, any: !outcome, written),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => outcome && ComparesToNothing(equal, written),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different => !outcome && ComparesToNothing(different, written),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan } longer => !outcome && ComparesToNothing(longer, written),
            IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } call
                => outcome && Is(call.Arguments[0].Value, written),
            IIsPatternOperation match => Is(match.Value, written) && IsEmptyWhen(match.Pattern, outcome),
            _ => false,
        };
    }

    private static bool Combined(IBinaryOperation pair, bool outcome, bool any, string written)
    {
        var left = IsEmptyWhen(pair.LeftOperand, outcome, written);
        var right = IsEmptyWhen(pair.RightOperand, outcome, written);
        return any ? left || right : left && right;
    }

    private static bool IsEmptyWhen(IPatternOperation pattern, bool outcome)
    {
        return pattern switch
        {
            INegatedPatternOperation negated => IsEmptyWhen(negated.Pattern, !outcome),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => outcome && IsEmptyWhen(either.LeftPattern, outcome) && IsEmptyWhen(either.RightPattern, outcome),
            IConstantPatternOperation constant => outcome && IsNothing(constant.Value),
            // { } or { Length: > 0 }
            IRecursivePatternOperation => !outcome,
            _ => false,
        };
    }

    private static bool ComparesToNothing(IBinaryOperation comparison, string written)
    {
        return (IsSubject(comparison.LeftOperand, written) && IsNothing(comparison.RightOperand)) || (IsSubject(comparison.RightOperand, written) && IsNothing(comparison.LeftOperand));
    }

    private static bool IsSubject(IOperation value, string written)
    {
        return value is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } text } ? Is(text, written) : Is(value, written);
    }

    private static bool Is(IOperation value, string written)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value.Syntax.ToString().TrimEnd('!') == written.TrimEnd('!');
    }

    private static bool IsNothing(IOperation value)
    {
        return value.ConstantValue is { HasValue: true, Value: null or "" or 0 }
            || value is IConversionOperation { Operand: var operand } && IsNothing(operand)
            || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
    }
}
