using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Bodies;

/// <summary>Whether a body has to do with a client at all. Every body of a project is asked, and nearly none has, so this is all that most of them cost.</summary>
internal ref struct ClientMentions
{
    private readonly AnnotatedAssemblies _assemblies;
    private IAssemblySymbol? _foreign;

    private ClientMentions(AnnotatedAssemblies assemblies)
    {
        _assemblies = assemblies;
    }

    public static bool AnyIn(ImmutableArray<IOperation> blocks, AnnotatedAssemblies assemblies)
    {
        var mentions = new ClientMentions(assemblies);
        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                if (mentions.IsOne(operation))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsOne(IOperation operation)
    {
        return operation.Kind switch
        {
            OperationKind.Invocation => IsOfClient(((IInvocationOperation)operation).TargetMethod),
            OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.MethodReference or OperationKind.EventReference =>
                IsOfClient(((IMemberReferenceOperation)operation).Member),
            OperationKind.ObjectCreation => IsOfClient(((IObjectCreationOperation)operation).Constructor),
            OperationKind.Loop => operation is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.Type: INamedTypeSymbol type } }
                && IsOfClient(type),
            _ => false,
        };
    }

    // One call after another goes into the same assembly.
    private bool IsOfClient(ISymbol? symbol)
    {
        if (symbol?.ContainingAssembly is not { } assembly || ReferenceEquals(assembly, _foreign))
        {
            return false;
        }

        if (_assemblies.MayCarry(assembly))
        {
            return true;
        }

        _foreign = assembly;
        return false;
    }
}
