using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using OpenRouter.Analyzers.Flow;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>
/// All bodies of the type around a place, as far as they stand in the same file. A component receives its text in one method and
/// renders it in another, so a field has to be followed beyond the body that reads it.
/// </summary>
internal static class TypeBodies
{
    public static ReferenceIndex? IndexAround(IOperation place, CancellationToken cancellationToken)
    {
        var type = place.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault();
        return type is not null && place.SemanticModel is { } model ? ReferenceIndex.Of(BodiesIn(type, model, cancellationToken)) : null;
    }

    private static IEnumerable<IOperation> BodiesIn(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in type.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsBody(node) && model.GetOperation(node, cancellationToken) is { } body)
            {
                yield return body;
            }
        }
    }

    private static bool IsBody(SyntaxNode node)
    {
        return node switch
        {
            BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
            AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
            ArrowExpressionClauseSyntax arrow => arrow.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
            EqualsValueClauseSyntax value => value.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax },
            _ => false,
        };
    }
}
