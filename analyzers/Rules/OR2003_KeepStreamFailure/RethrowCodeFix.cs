using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;

/// <summary>Lets the failure go on to whoever called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RethrowCodeFix))]
internal sealed class RethrowCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR2003.Rethrow";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KeepStreamFailure);

    public override FixAllProvider GetFixAllProvider()
    {
        return WellKnownFixAllProviders.BatchFixer;
    }

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent is CatchClauseSyntax { Block: var block } && Rethrow(block, text) is { } change)
            {
                context.RegisterCodeFix(CodeAction.Create("Throw it again", token => ApplyAsync(context.Document, change, token), EquivalenceKey), diagnostic);
            }
        }
    }

    private static TextChange? Rethrow(BlockSyntax block, SourceText text)
    {
        if (block.Statements.LastOrDefault() is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax || block.CloseBraceToken.IsMissing)
        {
            return null;
        }

        var brace = text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart);
        var indent = text.ToString(TextSpan.FromBounds(brace.Start, block.CloseBraceToken.SpanStart));
        if (!string.IsNullOrWhiteSpace(indent))
        {
            // All on one line.
            var isSpaced = text[block.CloseBraceToken.SpanStart - 1] == ' ';
            return new TextChange(new TextSpan(block.CloseBraceToken.SpanStart, 0), isSpaced ? "throw; " : " throw; ");
        }

        var newLine = text.ToString(TextSpan.FromBounds(text.Lines[0].End, text.Lines[0].EndIncludingLineBreak));
        return new TextChange(new TextSpan(brace.Start, 0), indent + "    throw;" + newLine);
    }

    private static async Task<Document> ApplyAsync(Document document, TextChange change, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
