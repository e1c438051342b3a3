using System;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Whether an expression is a finish reason: the member itself, its text, or a local that it was put into.</summary>
internal static class FinishValue
{
    private const int Depth = 3;

    public static bool Is(IOperation? value, BodyContext body)
    {
        return Is(value, body, Depth);
    }

    /// <summary>The values that a local is given, where it is declared and later; a pattern gives what it matches.</summary>
    public static bool IsAnyValue(ILocalReferenceOperation local, BodyContext body, Func<IOperation, bool> isWanted)
    {
        var declared = LocalValue.Declaration(local) switch
        {
            IVariableDeclaratorOperation declarator => declarator.GetVariableInitializer()?.Value,
            IPatternOperation pattern => Matched(pattern),
            _ => null,
        };
        return (declared is not null && isWanted(declared))
            || body.Facts.References.Of(local.Local).Any(mention => mention.Parent is IAssignmentOperation assignment && assignment.Target == mention && isWanted(assignment.Value));
    }

    private static bool Is(IOperation? value, BodyContext body, int depth)
    {
        return depth > 0 && value switch
        {
            IPropertyReferenceOperation property when body.Known.Members.IsFinishReason(property.Property) => true,
            // The text of a reason, or the value of one that may be absent.
            IPropertyReferenceOperation { Property.Name: "Value", Instance: { } instance } => Is(instance, body, depth),
            IConditionalAccessInstanceOperation placeholder => ConditionalAccess.OwnerOf(placeholder) is IConditionalAccessOperation access && Is(access.Operation, body, depth),
            IConditionalAccessOperation access => Is(access.WhenNotNull, body, depth),
            IInvocationOperation { TargetMethod.Name: "ToString" or "ToLower" or "ToLowerInvariant" or "ToUpperInvariant" or "GetValueOrDefault", Instance: { } instance } => Is(instance, body, depth),
            IConversionOperation conversion => Is(conversion.Operand, body, depth),
            IParenthesizedOperation parenthesized => Is(parenthesized.Operand, body, depth),
            ICoalesceOperation coalesce => Is(coalesce.Value, body, depth),
            ILocalReferenceOperation local => IsAnyValue(local, body, given => Is(given, body, depth - 1)),
            _ => false,
        };
    }

    private static IOperation? Matched(IPatternOperation pattern)
    {
        return pattern.Parent switch
        {
            IPropertySubpatternOperation part => part.Member,
            IIsPatternOperation match => match.Value,
            INegatedPatternOperation negated => Matched(negated),
            IBinaryPatternOperation both => Matched(both),
            _ => null,
        };
    }
}
