using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>Where a key comes from, and where it goes as what it is.</summary>
internal static class KeySource
{
    /// <summary>Whether the operation reads a key: from the environment, a configuration, or a marked member.</summary>
    public static bool IsRead(IOperation operation, BodyContext body)
    {
        return operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } } call
                => Names(call.Arguments[0].Value, body),
            IInvocationOperation { TargetMethod: { Name: "GetValue" } method } call when IsOfConfiguration(method)
                => call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "key") is { } name && Names(name.Value, body),
            IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } indexer when IsOfConfiguration(indexer.Property) => Names(arguments[0].Value, body),
            IPropertyReferenceOperation { Property.Name: "Value", Instance: IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } section }
                when IsOfConfiguration(section.TargetMethod) => Names(section.Arguments.Last().Value, body),
            IPropertyReferenceOperation property => body.Known.Annotations.ApiKey.IsOn(property.Property),
            IParameterReferenceOperation parameter => body.Known.Annotations.ApiKey.IsOn(parameter.Parameter),
            _ => false,
        };
    }

    /// <summary>Whether the value is handed to a client as its key, as it is or trimmed.</summary>
    public static bool IsGivenAsKey(IOperation value, BodyContext body)
    {
        var key = body.Known.Annotations.ApiKey;
        for (var child = value; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IArgumentOperation argument:
                    return key.IsOn(argument.Parameter);
                case IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when assignment.Value == child:
                    return key.IsOn(target.Property);
                case IConversionOperation { OperatorMethod: { } method }:
                    return method.Parameters.Length == 1 && key.IsOn(method.Parameters[0]);
                case IConversionOperation:
                case IParenthesizedOperation:
                case ICoalesceOperation coalesce when coalesce.Value == child:
                case IInvocationOperation { TargetMethod: { Name: "Trim", ContainingType.SpecialType: SpecialType.System_String } }:
                case IConditionalAccessOperation access when access.Operation == child && access.WhenNotNull is IInvocationOperation { TargetMethod.Name: "Trim" }:
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool Names(IOperation name, BodyContext body)
    {
        return ConstantTexts.Reaching(name, body).Any(static text => KeyName.IsOfKey(text.Value));
    }

    private static bool IsOfConfiguration(ISymbol member)
    {
        return member.ContainingNamespace is { Name: "Configuration", ContainingNamespace: { Name: "Extensions", ContainingNamespace.Name: "Microsoft" } };
    }
}
