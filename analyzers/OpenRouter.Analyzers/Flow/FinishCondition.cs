using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Whether a condition that came out one way says that there is a finish reason.</summary>
internal static class FinishCondition
{
    private const int Depth = 12;

    public static bool TellsPresence(IOperation condition, bool outcome, BodyContext body)
    {
        return TellsPresence(condition, outcome, body, Depth);
    }

    /// <summary>Whether who matches the pattern has a finish reason; the value is what is matched.</summary>
    public static bool MatchTellsPresence(IOperation value, IPatternOperation pattern, bool outcome, BodyContext body)
    {
        return FinishValue.Is(value, body) ? AdmitsNull(pattern) == !outcome : outcome && AsksForReason(pattern, body);
    }

    private static bool TellsPresence(IOperation condition, bool outcome, BodyContext body, int depth)
    {
        return depth > 0 && condition switch
        {
            IParenthesizedOperation parenthesized => TellsPresence(parenthesized.Operand, outcome, body, depth - 1),
            IConversionOperation conversion => TellsPresence(conversion.Operand, outcome, body, depth - 1),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => TellsPresence(not.Operand, !outcome, body, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both =>
                TellsPresence(both.LeftOperand, outcome, body, depth - 1) || TellsPresence(both.RightOperand, outcome, body, depth - 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => EqualityTells(equality, outcome, body, depth),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } equality => EqualityTells(equality, !outcome, body, depth),
            IIsPatternOperation match => PatternTells(match, outcome, body, depth),
            IIsTypeOperation test => outcome && FinishValue.Is(test.ValueOperand, body),
            IPropertyReferenceOperation { Property.Name: "HasValue", Instance: { } instance } => outcome && FinishValue.Is(instance, body),
            IConditionalAccessOperation access => TellsPresence(access.WhenNotNull, outcome, body, depth - 1),
            ICoalesceOperation coalesce => TellsPresence(coalesce.Value, outcome, body, depth - 1),
            IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", Arguments.Length: 1 } call => !outcome && FinishValue.Is(call.Arguments[0].Value, body),
            IInvocationOperation { TargetMethod.Name: "Equals" } call => outcome && (FinishValue.Is(call.Instance, body) || call.Arguments.Any(argument => FinishValue.Is(argument.Value, body))),
            IInvocationOperation { TargetMethod.Name: "Any", Arguments.Length: 2 } call when LinqCall.Is(call) =>
                outcome && ResultOf(call.Arguments[1].Value) is { } result && TellsPresence(result, true, body, depth - 1),
            ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local =>
                FinishValue.IsAnyValue(local, body, value => value.ConstantValue.HasValue ? false : TellsPresence(value, outcome, body, depth / 2)),
            _ => false,
        };
    }

    /// <summary>What a lambda gives back, when it is one expression.</summary>
    public static IOperation? ResultOf(IOperation? function)
    {
        return function switch
        {
            IDelegateCreationOperation creation => ResultOf(creation.Target),
            IConversionOperation conversion => ResultOf(conversion.Operand),
            IAnonymousFunctionOperation { Body.Operations: { Length: 1 } statements } when statements[0] is IReturnOperation exit => exit.ReturnedValue,
            _ => null,
        };
    }

    private static bool EqualityTells(IBinaryOperation equality, bool isEqual, BodyContext body, int depth)
    {
        foreach (var (side, other) in new[] { (equality.LeftOperand, equality.RightOperand), (equality.RightOperand, equality.LeftOperand) })
        {
            if (Bare(other).ConstantValue is { HasValue: true, Value: bool answer })
            {
                return TellsPresence(side, isEqual == answer, body, depth - 1);
            }

            if (FinishValue.Is(side, body))
            {
                return IsNothing(other) ? !isEqual : isEqual;
            }
        }

        return false;
    }

    private static bool PatternTells(IIsPatternOperation match, bool outcome, BodyContext body, int depth)
    {
        return match.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool answer } }
            ? TellsPresence(match.Value, outcome == answer, body, depth - 1)
            : match.Pattern is INegatedPatternOperation negated && !FinishValue.Is(match.Value, body)
                ? MatchTellsPresence(match.Value, negated.Pattern, !outcome, body)
                : MatchTellsPresence(match.Value, match.Pattern, outcome, body);
    }

    private static bool AdmitsNull(IPatternOperation pattern)
    {
        return pattern switch
        {
            IConstantPatternOperation constant => IsNothing(constant.Value),
            INegatedPatternOperation negated => !AdmitsNull(negated.Pattern),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => AdmitsNull(either.LeftPattern) || AdmitsNull(either.RightPattern),
            IBinaryPatternOperation both => AdmitsNull(both.LeftPattern) && AdmitsNull(both.RightPattern),
            IDeclarationPatternOperation declaration => declaration.MatchesNull,
            IDiscardPatternOperation => true,
            _ => false,
        };
    }

    private static bool AsksForReason(IPatternOperation pattern, BodyContext body)
    {
        return pattern switch
        {
            IRecursivePatternOperation recursive => recursive.PropertySubpatterns.Any(part =>
                part.Member is IPropertyReferenceOperation member && body.Known.Members.IsFinishReason(member.Property) ? !AdmitsNull(part.Pattern) : AsksForReason(part.Pattern, body)),
            IListPatternOperation list => list.Patterns.Any(item => AsksForReason(item, body)),
            IBinaryPatternOperation both => AsksForReason(both.LeftPattern, body) || AsksForReason(both.RightPattern, body),
            _ => false,
        };
    }

    private static bool IsNothing(IOperation value)
    {
        return Bare(value) is var bare && (bare.ConstantValue is { HasValue: true, Value: null or "" } || bare is IDefaultValueOperation);
    }

    private static IOperation Bare(IOperation value)
    {
        return value is IConversionOperation { ConstantValue.HasValue: false } conversion ? Bare(conversion.Operand) : value;
    }
}
