using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;

/// <summary>
/// Encodes the text where it enters: the value that is rendered, or what a helper is given that formats it, so that the
/// tags of the helper survive. <c>WebUtility</c> takes null and leaves line breaks alone, which <c>HtmlEncoder</c> does not.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EncodeTextCodeFix))]
internal sealed class EncodeTextCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.EncodeModelText;

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.EncodeModelText);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Encode the text as HTML", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root ||
            await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model ||
            ExpressionAt(root, finding) is not { } expression || TextIn(expression, model, cancellationToken) is not { } text)
        {
            return null;
        }

        // The short name where its namespace is imported already.
        foreach (var name in new[] { "WebUtility", "System.Net.WebUtility", "global::System.Net.WebUtility" })
        {
            var edit = new[] { new TextChange(new TextSpan(text.Span.Start, 0), name + ".HtmlEncode("), new TextChange(new TextSpan(text.Span.End, 0), ")") };
            if (await CompilesAsync(document, edit, text.Span.Start, cancellationToken).ConfigureAwait(false))
            {
                return edit;
            }
        }

        return null;
    }

    private static ExpressionSyntax? ExpressionAt(SyntaxNode root, TextSpan finding)
    {
        var expression = root.FindNode(finding, getInnermostNodeForTie: true) as ExpressionSyntax;
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }

    /// <summary>The text alone; nothing when it stands between tags, which would be encoded too.</summary>
    private static ExpressionSyntax? TextIn(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (expression is InvocationExpressionSyntax call)
        {
            var isPlain = call is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } };
            var isHelper = model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 };
            var texts = call.ArgumentList.Arguments.Where(argument => IsString(argument.Expression, model, cancellationToken)).ToList();
            return isPlain ? call : isHelper && texts.Count == 1 && IsName(texts[0].Expression) ? texts[0].Expression : null;
        }

        return IsName(expression) && IsString(expression, model, cancellationToken) ? expression : null;
    }

    private static bool IsName(ExpressionSyntax expression)
    {
        return expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax;
    }

    private static bool IsString(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        return model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;
    }

    private static async Task<bool> CompilesAsync(Document document, TextChange[] edit, int start, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.WithText(text.WithChanges(edit)).GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var span = TextSpan.FromBounds(start, edit[1].Span.Start + edit[0].NewText!.Length + 1);
        return model is not null && !model.GetDiagnostics(span, cancellationToken).Any(static problem => problem.Severity == DiagnosticSeverity.Error);
    }
}
