using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>Steps that are written in one piece, one on the result of the other, in the order in which they run.</summary>
internal sealed class SettingChain
{
    private SettingChain(IOperation root, IReadOnlyList<IInvocationOperation> steps)
    {
        Root = root;
        Steps = steps;
    }

    /// <summary>What the first step is called on.</summary>
    public IOperation Root { get; }

    public IReadOnlyList<IInvocationOperation> Steps { get; }

    /// <summary>The last step, or the root when there is none.</summary>
    public IOperation End => Steps.Count == 0 ? Root : Steps[Steps.Count - 1];

    /// <summary>The steps that follow on a value.</summary>
    public static SettingChain From(IOperation root, KnownTypes known)
    {
        var steps = new List<IInvocationOperation>();
        for (var value = root; value.Parent is IInvocationOperation call && call.Instance == value && IsStep(call, known); value = call)
        {
            steps.Add(call);
        }

        return new SettingChain(root, steps);
    }

    /// <summary>The steps that lead to a value.</summary>
    public static SettingChain To(IOperation value, KnownTypes known)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        var root = value;
        while (root is IInvocationOperation { Instance: { } instance } call && IsStep(call, known))
        {
            root = instance;
        }

        return From(root, known);
    }

    public static IEnumerable<RequestSetting> SettingsOf(IEnumerable<IInvocationOperation> steps)
    {
        return steps.Select(static step => new RequestSetting(step.TargetMethod.OriginalDefinition, step, step.Arguments.FirstOrDefault()?.Value));
    }

    /// <summary>Whether the call changes the builder that it is called on, and hands the same one back.</summary>
    public static bool IsStep(IInvocationOperation call, KnownTypes known)
    {
        return call.Instance is { Type: { } builder }
            && known.IsRequestBuilder(builder)
            && !known.IsSendingMethod(call.TargetMethod)
            && SymbolEqualityComparer.Default.Equals(call.Type, builder);
    }
}
