using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR1007_AwaitCall;

/// <summary>Whether work that is started beside the caller is that of a client, and lets its failures out.</summary>
internal static class StartedWork
{
    private const int Deepest = 2;

    public static bool IsOfClient(IInvocationOperation start, BodyContext body)
    {
        return start.Arguments.Length > 0 && UsesClient(start.Arguments[0].Value, body, Deepest);
    }

    private static bool UsesClient(IOperation work, BodyContext body, int depth)
    {
        foreach (var operation in work.DescendantsAndSelf())
        {
            if (EnclosingFunction.CatchesAll(operation))
            {
                continue;
            }

            if ((StreamConsumption.IsCandidate(operation) && StreamConsumption.TryFindStream(operation, body.Known) is not null) ||
                (operation is IInvocationOperation call && (body.Known.IsSendingMethod(call.TargetMethod) || (depth > 0 && IsHelperOfClient(call.TargetMethod, call, body, depth)))) ||
                (operation is IMethodReferenceOperation reference && depth > 0 && IsHelperOfClient(reference.Method, reference, body, depth)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHelperOfClient(IMethodSymbol method, IOperation mention, BodyContext body, int depth)
    {
        return BodyOf(method, mention) is { } helper && helper != mention && UsesClient(helper, body, depth - 1);
    }

    // Only what certainly runs, and stands in the same file, can be looked into.
    private static IOperation? BodyOf(IMethodSymbol method, IOperation mention)
    {
        var isFixed = method.MethodKind == MethodKind.LocalFunction || method.IsStatic || method.DeclaredAccessibility == Accessibility.Private;
        return isFixed && !method.IsVirtual && !method.IsAbstract && !method.IsOverride && mention.SemanticModel is { } model &&
            method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && declaration.SyntaxTree == model.SyntaxTree
            ? model.GetOperation(declaration.GetSyntax(CancellationToken.None))
            : null;
    }
}
