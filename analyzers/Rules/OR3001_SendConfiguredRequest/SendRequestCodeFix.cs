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

namespace OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;

/// <summary>Sends the request at the end of its chain, where the statement may await it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendRequestCodeFix))]
internal sealed class SendRequestCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.SendConfiguredRequest;

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SendConfiguredRequest);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Send the request", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(SendProperties.SendingMethod, out var method) ||
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root ||
            ChainAround(root.FindNode(finding, getInnermostNodeForTie: true)) is not { } chain)
        {
            return null;
        }

        var edit = new[]
        {
            new TextChange(new TextSpan(chain.Span.Start, 0), "await "),
            new TextChange(new TextSpan(chain.Span.End, 0), LineBreakOf(chain) + "." + method + "()"),
        };
        return await CompilesAsync(document, edit, chain.Span, cancellationToken).ConfigureAwait(false) ? edit : null;
    }

    /// <summary>The whole expression of a statement that is nothing but the chain.</summary>
    private static ExpressionSyntax? ChainAround(SyntaxNode name)
    {
        var statement = name.Ancestors().TakeWhile(static node => node is ExpressionSyntax or StatementSyntax).OfType<ExpressionStatementSyntax>().FirstOrDefault();
        var chain = statement?.Expression;
        for (var link = chain; link is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }; link = access.Expression)
        {
            if (access.Name.Span.Contains(name.Span) || (access.Expression is ObjectCreationExpressionSyntax creation && creation.Span.Contains(name.Span)))
            {
                return chain;
            }
        }

        return null;
    }

    // A chain with a step on each line gets another line.
    private static string LineBreakOf(ExpressionSyntax chain)
    {
        if (chain is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } })
        {
            return "";
        }

        var lineBreak = dot.GetPreviousToken().TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lineBreak == default ? "" : lineBreak + dot.LeadingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
    }

    private static async Task<bool> CompilesAsync(Document document, TextChange[] edit, TextSpan chain, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.WithText(text.WithChanges(edit)).GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var span = new TextSpan(chain.Start, chain.Length + edit.Sum(static change => change.NewText!.Length));
        return model is not null && !model.GetDiagnostics(span, cancellationToken).Any(static problem => problem.Severity == DiagnosticSeverity.Error);
    }
}
