using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;

namespace OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;

/// <summary>One place that waits for a task without giving its thread back.</summary>
internal sealed class BlockingWait
{
    private BlockingWait(SyntaxToken name, string task)
    {
        Name = name;
        Task = task;
    }

    /// <summary>The member that waits.</summary>
    public SyntaxToken Name { get; }

    /// <summary>The call that is waited for.</summary>
    public string Task { get; }

    /// <summary>The waits for the result of a call, at once or through a local.</summary>
    public static IEnumerable<BlockingWait> On(IInvocationOperation call, BodyContext body)
    {
        if (call.TargetMethod.Name == "ToBlockingEnumerable")
        {
            yield return new BlockingWait(NameOf(call), "the stream");
            yield break;
        }

        if (call.Type?.Name is not ("Task" or "ValueTask"))
        {
            yield break;
        }

        var value = Outermost(call);
        if (WaiterOf(value) is { } waiter)
        {
            yield return new BlockingWait(NameOf(waiter), call.TargetMethod.Name);
        }

        if (value.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
        {
            yield break;
        }

        var mentions = body.Facts.References.Of(declarator.Symbol);
        foreach (var mention in mentions)
        {
            if (WaiterOf(Outermost(mention)) is { } later && !IsKnownToBeDone(mention, mentions))
            {
                yield return new BlockingWait(NameOf(later), call.TargetMethod.Name);
            }
        }
    }

    private static IOperation Outermost(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation
            || (value.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" } call && call.Instance == value))
        {
            value = value.Parent;
        }

        return value;
    }

    private static IOperation? WaiterOf(IOperation value)
    {
        return value.Parent switch
        {
            IPropertyReferenceOperation { Property.Name: "Result" } property when property.Instance == value => property,
            IInvocationOperation { TargetMethod.Name: "Wait" } call when call.Instance == value => call,
            IInvocationOperation { TargetMethod.Name: "GetAwaiter", Parent: IInvocationOperation { TargetMethod.Name: "GetResult" } result } call when call.Instance == value => result,
            IArgumentOperation or IArrayInitializerOperation => WaitAllOf(value.Parent),
            _ => null,
        };
    }

    private static IOperation? WaitAllOf(IOperation part)
    {
        var user = part;
        while (user is IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation or IConversionOperation)
        {
            user = user.Parent;
        }

        return user is IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" } } call ? call : null;
    }

    // It was awaited or waited for before, also by WhenAll or WhenAny, or was asked whether it is done.
    private static bool IsKnownToBeDone(IOperation mention, IReadOnlyList<IOperation> mentions)
    {
        return mentions.Any(earlier => earlier.Syntax.SpanStart < mention.Syntax.SpanStart
            && (IsAwaited(earlier)
                || WaiterOf(Outermost(earlier)) is not null
                || earlier.Parent is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status" or "IsFaulted" or "IsCanceled" }));
    }

    private static bool IsAwaited(IOperation operation)
    {
        for (var user = operation.Parent; user is not null and not IBlockOperation; user = user.Parent)
        {
            if (user is IAwaitOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxToken NameOf(IOperation waiter)
    {
        var syntax = waiter.Syntax is InvocationExpressionSyntax call ? call.Expression : waiter.Syntax;
        return syntax switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier,
            SimpleNameSyntax name => name.Identifier,
            _ => syntax.GetFirstToken(),
        };
    }
}
