using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>What methods and properties of the same file return, when they are certain to be the ones that run.</summary>
internal static class HelperReturns
{
    public static IReadOnlyList<IOperation> Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction && !method.IsAbstract ? Open(method, method, call, cancellationToken) : [];
    }

    public static IReadOnlyList<IOperation> Of(IPropertyReferenceOperation reference, CancellationToken cancellationToken)
    {
        return reference.Property.GetMethod is { } getter ? Open(reference.Property.OriginalDefinition, getter.OriginalDefinition, reference, cancellationToken) : [];
    }

    private static IReadOnlyList<IOperation> Open(ISymbol member, IMethodSymbol body, IOperation place, CancellationToken cancellationToken)
    {
        // Another file would need a semantic model of its own, which an analyzer must not create.
        if (member.IsVirtual || member.IsOverride || member.IsExtern || body.DeclaringSyntaxReferences is not { Length: 1 } declarations ||
            place.SemanticModel is not { } model || declarations[0].SyntaxTree != model.SyntaxTree ||
            model.GetOperation(declarations[0].GetSyntax(cancellationToken), cancellationToken) is not { } operation)
        {
            return [];
        }

        return operation.DescendantsAndSelf()
            .OfType<IReturnOperation>()
            .Where(returned => IsOf(returned, operation))
            .Select(static returned => returned.ReturnedValue)
            .OfType<IOperation>()
            .ToList();
    }

    // What a nested function returns is its own.
    private static bool IsOf(IOperation returned, IOperation body)
    {
        for (var parent = returned.Parent; parent is not null && parent != body; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }
}
