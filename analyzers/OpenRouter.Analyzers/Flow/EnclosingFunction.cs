using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The function that runs an operation, and what it does about its failures.</summary>
internal static class EnclosingFunction
{
    /// <summary>The lambda or local function around the operation; nothing when it is the member's own body.</summary>
    public static IOperation? Of(IOperation operation)
    {
        var function = operation.Parent;
        while (function is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            function = function.Parent;
        }

        return function;
    }

    public static IMethodSymbol? SymbolOf(IOperation? function, ISymbol owner)
    {
        return function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => owner as IMethodSymbol,
        };
    }

    /// <summary>Whether a <c>try</c> of the same function catches everything that the operation throws.</summary>
    public static bool CatchesAll(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation; child = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == child && attempt.Catches.Any(static clause => clause.Filter is null && IsEverything(clause.ExceptionType)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a lambda becomes an expression tree, which says something and does nothing.</summary>
    public static bool IsInExpressionTree(IOperation operation)
    {
        for (var function = Of(operation); function is not null; function = Of(function))
        {
            if (function.Parent is IConversionOperation { Type.Name: "Expression" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEverything(ITypeSymbol? type)
    {
        return type is null || type.SpecialType == SpecialType.System_Object || type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
    }
}
