using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>A local that holds a stream: its declaration, a statement of its own, and every mention of it, all in one asynchronous function.</summary>
internal sealed class StreamLocal
{
    private StreamLocal(SemanticModel model, LocalDeclarationStatementSyntax declaration, ExpressionSyntax value, IReadOnlyList<IdentifierNameSyntax> mentions, ITypeSymbol type)
    {
        Model = model;
        Declaration = declaration;
        Value = value;
        Mentions = mentions;
        Type = type;
    }

    public SemanticModel Model { get; }

    public LocalDeclarationStatementSyntax Declaration { get; }

    /// <summary>What the local is declared with.</summary>
    public ExpressionSyntax Value { get; }

    public IReadOnlyList<IdentifierNameSyntax> Mentions { get; }

    public ITypeSymbol Type { get; }

    /// <summary>The local that is mentioned at the position, when nothing about it is unusual.</summary>
    public static async Task<StreamLocal?> FindAsync(Document document, TextSpan finding, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindToken(finding.Start).Parent is not IdentifierNameSyntax name ||
            name.Span != finding ||
            model?.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local ||
            await local.DeclaringSyntaxReferences[0].GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator ||
            declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } declaration } ||
            !AwaitPlace.IsAsync(declaration))
        {
            return null;
        }

        var scope = declaration.Parent is GlobalStatementSyntax ? root : declaration.Parent!;
        var mentions = scope.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(mention => mention.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(mention, cancellationToken).Symbol, local))
            .ToList();
        return mentions.All(mention => FunctionOf(mention) == FunctionOf(declaration)) ? new StreamLocal(model, declaration, value, mentions, local.Type) : null;
    }

    /// <summary>An expression as something that members can be asked of.</summary>
    public static string Primary(ExpressionSyntax expression)
    {
        return IsPrimary(expression) ? expression.ToString() : "(" + expression + ")";
    }

    public static bool IsPrimary(ExpressionSyntax expression)
    {
        return expression is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax;
    }

    private static SyntaxNode? FunctionOf(SyntaxNode node)
    {
        return node.Ancestors().FirstOrDefault(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax));
    }
}
