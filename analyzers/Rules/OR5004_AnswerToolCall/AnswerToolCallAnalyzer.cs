using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR5004_AnswerToolCall;

/// <summary>The result of a tool is sent back under an id that no call has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AnswerToolCallAnalyzer : BodyRule
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AnswerToolCall,
        "Tool result not sent back under the call's id",
        "The result of a tool goes back under {0} instead of the id of the call that it answers",
        RuleCatalog.Tools,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A result is matched to its call by the id that the model gave the call. Under another id the service rejects the request, or the model takes the call for unanswered.",
        RuleCatalog.PageOf(RuleIds.AnswerToolCall, "AnswerToolCall"));

    public AnswerToolCallAnalyzer()
        : base(Rule)
    {
    }

    public override bool AppliesTo(KnownTypes known)
    {
        // A test answers the calls of a service that it plays itself.
        return known.Annotations.ToolCallId.Exists && known.Annotations.ToolCalls.Exists && !known.IsTestProject;
    }

    public override void Analyze(BodyContext body)
    {
        var operations = body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).ToList();
        if (!operations.OfType<IPropertyReferenceOperation>().Any(property => body.Known.Annotations.ToolCalls.IsOn(property.Property) && !IsGivenValue(property)))
        {
            return;
        }

        foreach (var operation in operations)
        {
            if (IdGivenBy(operation, body.Known) is { } id && InventionOf(id, operations) is { } invention)
            {
                body.Report(Rule, id.Syntax.GetLocation(), invention);
            }
        }
    }

    private static IOperation? IdGivenBy(IOperation operation, KnownTypes known)
    {
        var id = operation switch
        {
            IArgumentOperation { ArgumentKind: ArgumentKind.Explicit } argument when known.Annotations.ToolCallId.IsOn(argument.Parameter) => argument.Value,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment when known.Annotations.ToolCallId.IsOn(property.Property) => assignment.Value,
            _ => null,
        };
        while (id is IConversionOperation { OperatorMethod: null } conversion)
        {
            id = conversion.Operand;
        }

        return id;
    }

    /// <summary>What the id is when it was made up here; nothing when it may be the one of a call.</summary>
    private static string? InventionOf(IOperation id, IReadOnlyList<IOperation> operations)
    {
        if (id.ConstantValue is { HasValue: true, Value: string text })
        {
            // A conversation that was written down has both sides of it in the source.
            return operations.Count(operation => operation.ConstantValue is { HasValue: true, Value: string other } && other == text && operation is not IConversionOperation) > 1
                ? null
                : "a constant";
        }

        return IsNewGuid(id) ? "a new id" : null;
    }

    private static bool IsNewGuid(IOperation value)
    {
        return value switch
        {
            IInvocationOperation { TargetMethod: { Name: "NewGuid" or "CreateVersion7", ContainingType: { Name: "Guid", ContainingNamespace.Name: "System" } } } => true,
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } => IsNewGuid(instance),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsMadeUp(sum.LeftOperand) && IsMadeUp(sum.RightOperand),
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any()
                && text.Parts.OfType<IInterpolationOperation>().All(static part => IsNewGuid(part.Expression)),
            _ => false,
        };
    }

    private static bool IsMadeUp(IOperation value)
    {
        return value.ConstantValue.HasValue || IsNewGuid(value is IConversionOperation conversion ? conversion.Operand : value);
    }

    private static bool IsGivenValue(IPropertyReferenceOperation property)
    {
        return property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property;
    }
}
