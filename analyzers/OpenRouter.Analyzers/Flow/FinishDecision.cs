using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Whether what a body does with a finish reason can tell some kind of answer from others.</summary>
internal sealed class FinishDecision
{
    private static readonly string[] s_cutOff = ["length", "maxtokens", "maxoutputtokens", "contentfilter", "contentfiltered", "refusal", "incomplete"];

    private static readonly string[] s_failed = ["error", "failed"];

    private static readonly string[] s_callsTools = ["toolcalls", "tooluse", "functioncall"];

    private readonly ReferenceIndex _references;
    private readonly IReadOnlyCollection<string> _unrelated;
    private readonly bool _isMadeByShowing;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);

    private FinishDecision(ReferenceIndex references, IReadOnlyCollection<string> unrelated, bool isMadeByShowing)
    {
        _references = references;
        _unrelated = unrelated;
        _isMadeByShowing = isMadeByShowing;
    }

    /// <summary>Decisions on answers that call tools: who asks whether it was cut off or has failed learns nothing about these, who shows the reason does nothing about them.</summary>
    public static FinishDecision OnToolCalls(ReferenceIndex references)
    {
        return new FinishDecision(references, s_cutOff.Concat(s_failed).ToList(), isMadeByShowing: false);
    }

    /// <summary>Decisions on answers that failed.</summary>
    public static FinishDecision OnErrors(ReferenceIndex references)
    {
        return new FinishDecision(references, s_cutOff.Concat(s_callsTools).ToList(), isMadeByShowing: true);
    }

    public bool IsMadeBy(IOperation reason)
    {
        switch (reason.Parent)
        {
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation:
                return reason.Parent is IConditionalAccessOperation access && access.Operation == reason
                    ? access.WhenNotNull.DescendantsAndSelf().Any(part => part is IConditionalAccessInstanceOperation && ConditionalAccess.OwnerOf(part) == access && IsMadeBy(part))
                    : IsMadeBy(reason.Parent);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test:
                return IsTelling(test.LeftOperand == reason ? test.RightOperand : test.LeftOperand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInterpolationOperation:
                return _isMadeByShowing;
            case IExpressionStatementOperation:
                return false;
            case IPropertyReferenceOperation { Property.Name: "HasValue" }:
                return false;
            case IPropertyReferenceOperation { Property.Name: "Value" }:
                return IsMadeBy(reason.Parent);
            case IInvocationOperation { TargetMethod.Name: "ToString" or "GetValueOrDefault" } call when call.Instance == reason:
                return IsMadeBy(call);
            case IIsPatternOperation match:
                return IsMadeBy(match.Pattern as IPatternOperation);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IsMadeWith(declarator.Symbol);
            case ISimpleAssignmentOperation assignment when assignment.Target == reason:
                return false;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target }:
                return IsMadeWith(target.Local);
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } } }:
                return _isMadeByShowing;
            default:
                return true;
        }
    }

    public bool IsMadeBy(IPatternOperation? pattern)
    {
        return pattern switch
        {
            IConstantPatternOperation constant => IsTelling(constant.Value),
            INegatedPatternOperation negated => IsMadeBy(negated.Pattern),
            IBinaryPatternOperation both => IsMadeBy(both.LeftPattern) || IsMadeBy(both.RightPattern),
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol is { } symbol && IsMadeWith(symbol),
            IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } any => any.DeclaredSymbol is { } symbol && IsMadeWith(symbol),
            IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } parts => parts.PropertySubpatterns.Any(part => IsMadeBy(part.Pattern)),
            IDiscardPatternOperation or ITypePatternOperation => false,
            _ => true,
        };
    }

    private bool IsMadeWith(ISymbol symbol)
    {
        return _asked.Add(symbol) && _references.Of(symbol).Any(IsMadeBy);
    }

    private bool IsTelling(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        var name = value switch
        {
            { ConstantValue: { HasValue: true, Value: null } } => null,
            IDefaultValueOperation => null,
            IMemberReferenceOperation { Member.IsStatic: true } member => member.Member.Name,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: string text } } => text,
            _ => "?",
        };
        return name is not null && !_unrelated.Contains(name.Replace("_", string.Empty), StringComparer.OrdinalIgnoreCase);
    }
}
