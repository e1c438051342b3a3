using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Calls whose treatment of their source is known.</summary>
internal static class LinqCall
{
    /// <summary>Whether the call is an operator of LINQ, whose first argument is its source.</summary>
    public static bool Is(IInvocationOperation call)
    {
        return call.TargetMethod is { IsStatic: true, ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } }
            && !call.Arguments.IsEmpty;
    }

    /// <summary>Whether the call is one of the extensions that configure a stream or make it a blocking sequence.</summary>
    public static bool IsStreamExtension(IInvocationOperation call)
    {
        return call.TargetMethod is
            {
                IsStatic: true,
                ContainingType: { Name: "TaskAsyncEnumerableExtensions", ContainingNamespace.Name: "Tasks" },
            }
            && !call.Arguments.IsEmpty;
    }

    public static bool PassesStreamOn(IInvocationOperation call)
    {
        return Is(call) || IsStreamExtension(call);
    }

    /// <summary>Whether what a function returns becomes the result of an operator that it was handed to.</summary>
    public static bool IsResultOfLambda(IOperation exit)
    {
        var function = exit.Parent;
        while (function is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            function = function.Parent;
        }

        var user = function is IAnonymousFunctionOperation ? function.Parent : null;
        while (user is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            user = user.Parent;
        }

        return user is IInvocationOperation call && Is(call);
    }
}
