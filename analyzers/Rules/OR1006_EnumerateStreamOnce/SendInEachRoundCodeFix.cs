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

namespace OpenRouter.Analyzers.Rules.OR1006_EnumerateStreamOnce;

/// <summary>Moves the call into the loop, so that every round has an answer of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendInEachRoundCodeFix))]
internal sealed class SendInEachRoundCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1006.Loop";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.EnumerateStreamOnce);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Send the request in every round", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await StreamLocal.FindAsync(document, finding, cancellationToken).ConfigureAwait(false) is not { Mentions.Count: 1 } local ||
            !local.Declaration.UsingKeyword.IsKind(SyntaxKind.None) ||
            local.Declaration.Parent is GlobalStatementSyntax ||
            !IsInRound(local.Mentions[0], local.Declaration))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var lines = text.Lines.GetLinePositionSpan(local.Value.Span);
        if (lines.Start.Line != lines.End.Line || AwaitPlace.HoldsComment(local.Declaration, local.Declaration.SpanStart, local.Declaration.Span.End))
        {
            return null;
        }

        var edit = new[]
        {
            new TextChange(LineEdit.WithLines(local.Declaration, text), ""),
            new TextChange(local.Mentions[0].Span, StreamLocal.Primary(local.Value)),
        };
        return await Compiles.OrNothingAsync(document, edit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the body of a loop behind the declaration holds the mention: what stands in its head may decide about its end.</summary>
    private static bool IsInRound(SyntaxNode mention, SyntaxNode declaration)
    {
        return mention.Ancestors().TakeWhile(around => !around.Span.Contains(declaration.Span)).Any(around => around switch
        {
            CommonForEachStatementSyntax loop => loop.Statement.Span.Contains(mention.Span),
            ForStatementSyntax loop => loop.Statement.Span.Contains(mention.Span),
            WhileStatementSyntax loop => loop.Statement.Span.Contains(mention.Span),
            DoStatementSyntax loop => loop.Statement.Span.Contains(mention.Span),
            _ => false,
        });
    }
}
