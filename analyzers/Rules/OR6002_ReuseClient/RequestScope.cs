using System;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR6002_ReuseClient;

/// <summary>What is made, or runs, once for each request: controllers, pages, hubs, handlers of routes, functions.</summary>
internal static class RequestScope
{
    /// <summary>Whether an object of the type lives for one request, so that its fields keep nothing.</summary>
    public static bool IsType(INamedTypeSymbol type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if ((ancestor.Name, ancestor.ContainingNamespace?.ToDisplayString()) is
                ("ControllerBase", "Microsoft.AspNetCore.Mvc") or
                ("PageModel", "Microsoft.AspNetCore.Mvc.RazorPages") or
                ("Hub", "Microsoft.AspNetCore.SignalR"))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsHandler(IOperation creation, ISymbol owner)
    {
        return IsRouted(creation) || (owner is IMethodSymbol method
            && (method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "FunctionAttribute" or "FunctionNameAttribute" or "LambdaFunctionAttribute")
                || method.Parameters.Any(static parameter => parameter.Type.Name is "HttpContext" or "ServerCallContext" or "ILambdaContext")));
    }

    // A lambda that is handed to MapGet, MapPost and so on.
    private static bool IsRouted(IOperation creation)
    {
        for (var around = creation.Parent; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation { TargetMethod: { ContainingNamespace: { Name: "Builder" or "Routing", ContainingNamespace.Name: "AspNetCore" }, Name: var name } } &&
                name.StartsWith("Map", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
