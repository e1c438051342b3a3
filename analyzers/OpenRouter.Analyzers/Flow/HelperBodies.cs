using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>Opens the methods that a chunk is handed to, when they are certain to be the ones that run.</summary>
internal sealed class HelperBodies
{
    private const int MostOpened = 4;

    private readonly ReferenceIndex _references;
    private readonly HashSet<ISymbol> _opened = new(SymbolEqualityComparer.Default);

    public HelperBodies(ReferenceIndex references)
    {
        _references = references;
    }

    /// <summary>The parameter to follow, or nothing when the callee cannot be looked into.</summary>
    public IParameterSymbol? TryOpen(IInvocationOperation call, IParameterSymbol parameter)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
        {
            return null;
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            // Its body is part of the body that was indexed already.
            return method.Parameters[parameter.Ordinal];
        }

        method = method.PartialImplementationPart ?? method;
        var isFixed = method.IsStatic || method.DeclaredAccessibility == Accessibility.Private;
        if (!isFixed || method.IsVirtual || method.IsAbstract || method.IsOverride || method.IsExtern)
        {
            return null;
        }

        return _opened.Contains(method) || Index(method, call) ? method.Parameters[parameter.Ordinal] : null;
    }

    private bool Index(IMethodSymbol method, IInvocationOperation call)
    {
        // Another file would need a semantic model of its own, which an analyzer must not create.
        if (_opened.Count == MostOpened ||
            call.SemanticModel is not { } model ||
            method.DeclaringSyntaxReferences is not { Length: 1 } declarations ||
            declarations[0].SyntaxTree != model.SyntaxTree ||
            model.GetOperation(declarations[0].GetSyntax(CancellationToken.None)) is not IMethodBodyOperation body)
        {
            return false;
        }

        _opened.Add(method);
        foreach (var operation in body.Descendants())
        {
            _references.Add(operation);
        }

        return body.Descendants().Any();
    }
}
