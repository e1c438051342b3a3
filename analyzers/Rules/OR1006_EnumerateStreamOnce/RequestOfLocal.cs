using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>
/// Whether all of a request is seen: it is begun where its local is declared, changed by nothing but its steps, and given
/// values only that cannot change behind its back, as a list can.
/// </summary>
internal static class RequestOfLocal
{
    public static bool IsPlain(ILocalReferenceOperation builder, IReadOnlyList<IOperation> others, KnownTypes known)
    {
        return LocalValue.Declaration(builder) is IVariableDeclaratorOperation { Parent: not IForEachLoopOperation } declarator
            && declarator.GetVariableInitializer()?.Value is { } begun
            && IsBegun(begun, known)
            && others.All(mention => IsStep(mention, builder.Local, known));
    }

    private static bool IsBegun(IOperation value, KnownTypes known)
    {
        while (value is IInvocationOperation step && known.IsRequestBuilder(step.Instance?.Type) && known.IsRequestBuilder(step.Type) && TakesValues(step))
        {
            value = step.Instance!;
        }

        return value switch
        {
            IInvocationOperation call => known.IsRequestBuilder(call.Type)
                && TakesValues(call)
                && (known.IsApiClient(call.TargetMethod.ContainingType) || call.TargetMethod.Parameters.Any(parameter => known.Annotations.ModelId.IsOn(parameter))),
            IObjectCreationOperation creation => known.IsRequestBuilder(creation.Type) && creation.Initializer is null && creation.Arguments.All(static argument => IsValue(argument.Value)),
            _ => false,
        };
    }

    /// <summary>Whether a mention changes the request and does nothing else: a chain as a statement, or one that is assigned to the local again.</summary>
    private static bool IsStep(IOperation mention, ILocalSymbol builder, KnownTypes known)
    {
        if (mention.Parent is ISimpleAssignmentOperation target && target.Target == mention)
        {
            return IsBegun(target.Value, known) || target.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => SymbolEqualityComparer.Default.Equals(local.Local, builder));
        }

        var chain = mention;
        while (chain.Parent is IInvocationOperation step && step.Instance == chain && known.IsRequestBuilder(step.Type) && TakesValues(step))
        {
            chain = step;
        }

        return chain != mention && chain.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => SymbolEqualityComparer.Default.Equals(local.Local, builder),
            _ => false,
        };
    }

    private static bool TakesValues(IInvocationOperation call)
    {
        return call.Arguments.All(static argument => IsValue(argument.Value));
    }

    private static bool IsValue(IOperation value)
    {
        return value switch
        {
            IConversionOperation conversion => IsValue(conversion.Operand),
            IObjectCreationOperation { Initializer: null } creation => creation.Arguments.All(static argument => IsValue(argument.Value)),
            IArrayCreationOperation array => array.Initializer is null || array.Initializer.ElementValues.All(IsValue),
            _ => value.ConstantValue.HasValue || value.Type is { IsValueType: true } or { SpecialType: SpecialType.System_String },
        };
    }
}
