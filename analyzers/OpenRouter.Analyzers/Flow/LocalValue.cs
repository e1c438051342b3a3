using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Flow;

/// <summary>What a local stands for when it gets its value where it is declared, and no other.</summary>
internal static class LocalValue
{
    public static IOperation? TryFind(ILocalReferenceOperation reference, ReferenceIndex references)
    {
        return references.Of(reference.Local).Any(IsWritten) ? null : Declaration(reference) switch
        {
            IVariableDeclaratorOperation { Parent: not IForEachLoopOperation } declarator => declarator.GetVariableInitializer()?.Value,
            _ => null,
        };
    }

    /// <summary>The operation that declares the local: a declarator, or a pattern.</summary>
    public static IOperation? Declaration(ILocalReferenceOperation reference)
    {
        // Declarations are no mentions: they are found from the syntax of the local.
        var declaration = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        declaration = declaration is SingleVariableDesignationSyntax { Parent: PatternSyntax pattern } ? pattern : declaration;
        return declaration is not null && reference.SemanticModel is { } model && model.SyntaxTree == declaration.SyntaxTree
            ? model.GetOperation(declaration)
            : null;
    }

    public static bool IsWritten(IOperation reference)
    {
        return reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
            IAddressOfOperation => true,
            _ => false,
        };
    }
}
