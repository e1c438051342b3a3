using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1007_AwaitCall;

/// <summary>Whether anything becomes of what a call returns.</summary>
internal static class DroppedValue
{
    /// <summary>A statement of its own, a discard, or a local that is never mentioned.</summary>
    public static bool IsDropped(IInvocationOperation call, BodyContext body)
    {
        IOperation value = call;
        while (IsPassedOn(value))
        {
            value = value.Parent!;
        }

        return value.Parent switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } assignment => assignment.Parent is IExpressionStatementOperation,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => body.Facts.References.Of(declarator.Symbol).Count == 0,
            _ => false,
        };
    }

    /// <summary>Whether the call tells a test what to expect: nothing is sent by it.</summary>
    public static bool IsTestDouble(IInvocationOperation call)
    {
        if (IsExpectedToThrow(call))
        {
            return true;
        }

        for (var receiver = call.Instance; receiver is not null;)
        {
            if (receiver is IInvocationOperation { TargetMethod.Name: "Received" or "ReceivedWithAnyArgs" or "DidNotReceive" or "DidNotReceiveWithAnyArgs" })
            {
                return true;
            }

            receiver = receiver switch
            {
                IInvocationOperation inner => inner.Instance,
                IPropertyReferenceOperation property => property.Instance,
                _ => null,
            };
        }

        return false;
    }

    // Assert.Throws(() => { _ = … }) and its like: the call throws before there is a task.
    private static bool IsExpectedToThrow(IInvocationOperation call)
    {
        var user = EnclosingFunction.Of(call)?.Parent;
        while (user is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            user = user.Parent;
        }

        return user is IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: "Assert" or "Record" } }
            && (name.StartsWith("Throw", System.StringComparison.Ordinal) || name is "Catch" or "Exception");
    }

    private static bool IsPassedOn(IOperation value)
    {
        return value.Parent switch
        {
            IConversionOperation or IParenthesizedOperation => true,
            IConditionalAccessOperation access => access.WhenNotNull == value,
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" } call => call.Instance == value,
            _ => false,
        };
    }
}
