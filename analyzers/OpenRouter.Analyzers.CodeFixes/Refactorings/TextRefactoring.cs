using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>Offers an edit of the text that was worked out already.</summary>
internal static class TextRefactoring
{
    public static void Register(CodeRefactoringContext context, string title, string equivalenceKey, IEnumerable<TextChange> changes)
    {
        var ordered = changes.OrderBy(static change => change.Span.Start).ToList();
        context.RegisterRefactoring(CodeAction.Create(
            title,
            async token =>
            {
                var text = await context.Document.GetTextAsync(token).ConfigureAwait(false);
                return context.Document.WithText(text.WithChanges(ordered));
            },
            equivalenceKey));
    }

    /// <summary>The white space that a line begins with.</summary>
    public static string IndentAt(SourceText text, int position)
    {
        var line = text.ToString(text.Lines.GetLineFromPosition(position).Span);
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    public static string NewLineOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>Whether the node has its lines for itself, so that lines can be put beside it.</summary>
    public static bool OwnsItsLines(SourceText text, SyntaxNode node)
    {
        var behind = text.ToString(TextSpan.FromBounds(node.Span.End, text.Lines.GetLineFromPosition(node.Span.End).End)).Trim();
        return IndentAt(text, node.SpanStart).Length == node.SpanStart - text.Lines.GetLineFromPosition(node.SpanStart).Start
            && (behind.Length == 0 || behind.StartsWith("//", System.StringComparison.Ordinal));
    }
}
