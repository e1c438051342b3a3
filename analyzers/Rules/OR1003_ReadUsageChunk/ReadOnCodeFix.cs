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

namespace OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;

/// <summary>Removes the jump, so that the loop ends when the stream does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadOnCodeFix))]
internal sealed class ReadOnCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1003.ReadOn";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ReadUsageChunk);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Read on until the stream ends", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (!diagnostic.Properties.ContainsKey(ReadUsageChunkProperties.CanGoOn) ||
            root?.FindToken(finding.Start).Parent is not BreakStatementSyntax exit ||
            Removed(exit) is not { } removed)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return await Compiles.OrNothingAsync(document, [new TextChange(WithGapBefore(removed, text), string.Empty)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The jump, or the whole <c>if</c> when it does nothing else.</summary>
    private static StatementSyntax? Removed(BreakStatementSyntax exit)
    {
        if (exit.Parent is BlockSyntax block && block.Statements.Last() == exit && (block.Statements.Count > 1 || block.Parent is not IfStatementSyntax))
        {
            return exit;
        }

        var choice = (exit.Parent is BlockSyntax { Statements.Count: 1 } only ? only.Parent : exit.Parent) as IfStatementSyntax;
        return choice is { Else: null, Parent: BlockSyntax } && !HasComments(choice) && !DoesSomething(choice.Condition) ? choice : null;
    }

    // A comment in the statement explains what is about to disappear: that is for a person to decide.
    private static bool HasComments(StatementSyntax statement)
    {
        return statement.DescendantTrivia()
            .Where(trivia => statement.Span.Contains(trivia.Span))
            .Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    private static bool DoesSomething(ExpressionSyntax condition)
    {
        return condition.DescendantNodesAndSelf().Any(static node => node switch
        {
            AssignmentExpressionSyntax or AwaitExpressionSyntax => true,
            InvocationExpressionSyntax call => TokenArgument.NameOf(call) is not ("FirstOrDefault" or "First" or "LastOrDefault" or "Any" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Equals" or "ToString"),
            _ => node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression)
                || node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression),
        });
    }

    // An empty line that separated the statement from the one before it has nothing to separate any more.
    private static TextSpan WithGapBefore(StatementSyntax removed, SourceText text)
    {
        var span = LineEdit.WithLines(removed, text);
        var line = text.Lines.GetLineFromPosition(span.Start);
        var isLast = removed.GetLastToken().GetNextToken().IsKind(SyntaxKind.CloseBraceToken);
        if (isLast && line.Start == span.Start && line.LineNumber > 0 && text.Lines[line.LineNumber - 1] is var before && LineEdit.IsBlank(text, before.Start, before.End))
        {
            return TextSpan.FromBounds(before.Start, span.End);
        }

        if (LineEdit.IsBlank(text, line.Start, removed.SpanStart))
        {
            return span;
        }

        // On a line with others: with the space before it.
        return TextSpan.FromBounds(span.Start - (text[span.Start - 1] == ' ' && isLast ? 1 : 0), span.End);
    }
}
