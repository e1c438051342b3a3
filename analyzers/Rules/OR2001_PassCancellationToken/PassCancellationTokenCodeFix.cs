using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>Passes a token to the call: one action for each token that is in scope, best first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassCancellationTokenCodeFix))]
internal sealed class PassCancellationTokenCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.PassCancellationToken);

    public override FixAllProvider GetFixAllProvider()
    {
        return WellKnownFixAllProviders.BatchFixer;
    }

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is null || FindCall(root, diagnostic.Location.SourceSpan) is not { } call ||
                !diagnostic.Properties.TryGetValue(FixProperties.Tokens, out var tokens) || tokens is null)
            {
                continue;
            }

            foreach (var token in tokens.Split('\n'))
            {
                var change = TokenArgument.Pass(token, call, diagnostic);
                context.RegisterCodeFix(
                    CodeAction.Create("Pass '" + token + "'", cancellation => ApplyAsync(context.Document, change, cancellation), EquivalenceKeyOf(token)),
                    diagnostic);
            }
        }
    }

    /// <summary>One key for each token, so that fixing all of them never mixes tokens.</summary>
    public static string EquivalenceKeyOf(string token)
    {
        return RuleIds.PassCancellationToken + ":" + token;
    }

    private static InvocationExpressionSyntax? FindCall(SyntaxNode root, TextSpan name)
    {
        return root.FindToken(name.Start).Parent?.AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call => call.Expression.Span.Contains(name) && call.ArgumentList.SpanStart >= name.End);
    }

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
