using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.Flow;

/// <summary>The constant that a field or property of the type starts with, when nobody outside can replace it before it is used.</summary>
internal static class InitialValue
{
    public static object? TryFind(ISymbol member, IOperation mention, CancellationToken cancellationToken)
    {
        var isOwn = member.DeclaredAccessibility == Accessibility.Private || member is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null };
        var syntax = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        if (!isOwn || syntax is null || mention.SemanticModel is not { } model || model.SyntaxTree != syntax.SyntaxTree)
        {
            return null;
        }

        var initializer = syntax switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        return initializer is not null && !IsSetByConstructor(member, syntax.SyntaxTree, cancellationToken)
            ? model.GetConstantValue(initializer.Value, cancellationToken).Value
            : null;
    }

    private static bool IsSetByConstructor(ISymbol member, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var type = member.ContainingType;
        foreach (var constructor in type.InstanceConstructors.Concat(type.StaticConstructors).Where(static constructor => !constructor.IsImplicitlyDeclared))
        {
            var syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
            // A primary constructor sets nothing by itself; what stands in another file is not looked into.
            if (syntax is null || syntax.SyntaxTree != tree ||
                (syntax is ConstructorDeclarationSyntax && syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member.Name)))
            {
                return true;
            }
        }

        return false;
    }
}
