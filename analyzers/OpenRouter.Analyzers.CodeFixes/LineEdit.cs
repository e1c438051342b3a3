using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Changes to whole lines: removing a statement with its line, and moving lines to the right.</summary>
internal static class LineEdit
{
    /// <summary>Where a statement stands, with its lines and the empty one behind it when nothing else is on them.</summary>
    public static TextSpan WithLines(StatementSyntax statement, SourceText text, bool goesWithComments = false)
    {
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        if (!IsBlank(text, first.Start, statement.SpanStart))
        {
            return statement.Span;
        }

        if (!IsBlank(text, statement.Span.End, last.End))
        {
            // What follows, such as a comment, takes the place.
            var rest = text.ToString(TextSpan.FromBounds(statement.Span.End, last.End));
            return new TextSpan(statement.SpanStart, statement.Span.Length + rest.Length - rest.TrimStart().Length);
        }

        var end = last.EndIncludingLineBreak;
        var isFirst = statement.GetFirstToken().GetPreviousToken().IsKind(SyntaxKind.OpenBraceToken) && (goesWithComments || statement.GetLeadingTrivia().All(IsWhiteSpace));
        if (isFirst && last.LineNumber + 1 < text.Lines.Count && text.Lines[last.LineNumber + 1] is var next && IsBlank(text, next.Start, next.End))
        {
            end = next.EndIncludingLineBreak;
        }

        return TextSpan.FromBounds(first.Start, end);
    }

    /// <summary>One more step of indentation for the lines of a node after its first, text over several lines left as it is.</summary>
    public static IEnumerable<TextChange> Indent(SyntaxNode node, SourceText text, TextSpan without)
    {
        var inText = node.DescendantNodes().Where(static part => part is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax).ToList();
        var last = text.Lines.IndexOf(node.Span.End);
        for (var number = text.Lines.IndexOf(node.SpanStart) + 1; number <= last; number++)
        {
            var line = text.Lines[number];
            if (!IsBlank(text, line.Start, line.End) &&
                !(line.Start >= without.Start && line.Start < without.End) &&
                !inText.Exists(part => part.SpanStart < line.Start && line.Start < part.Span.End))
            {
                yield return new TextChange(new TextSpan(line.Start, 0), "    ");
            }
        }
    }

    public static bool IsBlank(SourceText text, int start, int end)
    {
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, end)));
    }

    private static bool IsWhiteSpace(SyntaxTrivia trivia)
    {
        return trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
    }
}
