using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>What is known about the value of a setting without running it.</summary>
internal static class SettingValue
{
    /// <summary>Whether something is set for certain: null, or what may be null, can mean that the setting is left to the service.</summary>
    public static bool IsCertain(RequestSetting setting)
    {
        var value = setting.Value;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        switch (value)
        {
            case null or IDefaultValueOperation:
                return false;
            case { ConstantValue: { HasValue: true } constant }:
                return constant.Value is not null;
            case IObjectCreationOperation or IInterpolatedStringOperation:
                return true;
            case { Type: { IsValueType: true } type }:
                return type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
            default:
                return TakesNoNull(setting.Member);
        }
    }

    /// <summary>Whether nothing else happens when the value is worked out, so that it can be left out.</summary>
    public static bool IsPure(IInvocationOperation step)
    {
        return step.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).All(static part => part switch
        {
            IInvocationOperation or IAwaitOperation or IThrowOperation or IDynamicInvocationOperation or IDeclarationExpressionOperation or IInvalidOperation => false,
            IIncrementOrDecrementOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation => false,
            ISimpleAssignmentOperation assignment => assignment.Parent is IObjectOrCollectionInitializerOperation,
            _ => true,
        });
    }

    private static bool TakesNoNull(ISymbol member)
    {
        return member switch
        {
            IMethodSymbol { Parameters: { Length: > 0 } parameters } => parameters[0].NullableAnnotation == NullableAnnotation.NotAnnotated,
            IPropertySymbol property => property.NullableAnnotation == NullableAnnotation.NotAnnotated,
            _ => false,
        };
    }
}
