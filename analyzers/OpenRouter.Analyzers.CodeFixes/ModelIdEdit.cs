using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Writes another model id into the literal that was found, or into the constant that was named.</summary>
internal static class ModelIdEdit
{
    public static async Task<IReadOnlyList<TextChange>?> ReplaceAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(ModelIdProperties.Replacement, out var replacement) || replacement is null ||
            !diagnostic.Properties.TryGetValue(ModelIdProperties.Written, out var written) ||
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root ||
            await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var node = root.FindNode(finding, getInnermostNodeForTie: true);
        return LiteralOf(node, model, cancellationToken) is { } literal && literal.Token.ValueText == written
            ? [new TextChange(literal.Span, SyntaxFactory.Literal(replacement).Text)]
            : null;
    }

    private static LiteralExpressionSyntax? LiteralOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is LiteralExpressionSyntax literal)
        {
            return literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;
        }

        // What others see may mean something else to them.
        var symbol = node is ExpressionSyntax ? model.GetSymbolInfo(node, cancellationToken).Symbol : null;
        var isOwn = symbol is ILocalSymbol { IsConst: true } or IFieldSymbol { DeclaredAccessibility: Accessibility.Private };
        var declaration = isOwn ? symbol!.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) : null;
        return declaration is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax value } && value.SyntaxTree == node.SyntaxTree ? value : null;
    }
}
