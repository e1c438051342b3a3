using System;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

/// <summary>Whether a body points its client at another address, where models may have other names.</summary>
internal static class OtherService
{
    public static bool IsAddressed(BodyContext body)
    {
        return body.Facts.Blocks.SelectMany(static block => block.DescendantsAndSelf()).Any(operation => SetsAddress(operation, body));
    }

    private static bool SetsAddress(IOperation operation, BodyContext body)
    {
        return operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "BaseAddress" } property } } assignment
            && property.Type is { Name: "Uri", ContainingNamespace.Name: "System" }
            && !NamesRouter(assignment.Value, body);
    }

    private static bool NamesRouter(IOperation value, BodyContext body)
    {
        var creation = value is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : value;
        return creation is IObjectCreationOperation { Arguments: { IsEmpty: false } arguments }
            && ConstantTexts.Reaching(arguments[0].Value, body) is { Count: 1 } addresses
            && addresses[0].Value.IndexOf("openrouter.ai", StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
