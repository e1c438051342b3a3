using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>An <c>await foreach</c> as text: where its lines start, and which names are free around it.</summary>
internal sealed class StreamLoop
{
    private const string Step = "    ";

    private readonly SourceText _text;

    private StreamLoop(ForEachStatementSyntax syntax, SemanticModel model, SourceText text)
    {
        Syntax = syntax;
        Model = model;
        _text = text;
        Line = text.Lines.GetLineFromPosition(syntax.SpanStart);
        NewLine = NewLineOf(text);
        Indent = IndentOf(Line);
    }

    public ForEachStatementSyntax Syntax { get; }

    public SemanticModel Model { get; }

    public TextLine Line { get; }

    public string NewLine { get; }

    public string Indent { get; }

    public string InnerIndent => Indent + Step;

    /// <summary>Whether nothing but white space stands before the loop on its line.</summary>
    public bool StartsLine => Line.Start + Indent.Length == Syntax.SpanStart;

    /// <summary>The loop that consumes the stream at the position; only where statements can be added beside it.</summary>
    public static async Task<StreamLoop?> FindAsync(Document document, TextSpan finding, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var loop = root?.FindToken(finding.Start).Parent?.AncestorsAndSelf()
            .OfType<ForEachStatementSyntax>()
            .FirstOrDefault(candidate => candidate.Expression.Span.Contains(finding));
        if (loop?.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax) || !loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
        {
            return null;
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is null ? null : new StreamLoop(loop, model, await document.GetTextAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The name itself, or with the first number that makes it new to the member around the loop.</summary>
    public string FreeName(string wanted)
    {
        return CodeFixes.FreeName.At(Syntax, wanted);
    }

    /// <summary>A statement of its own before the loop; comments above the loop stay above both.</summary>
    public TextChange Before(string statement)
    {
        return new TextChange(new TextSpan(Syntax.SpanStart, 0), StartsLine ? statement + NewLine + Indent : statement + " ");
    }

    /// <summary>Lines after the loop, behind an empty one.</summary>
    public TextChange After(params string[] lines)
    {
        var end = _text.Lines.GetLineFromPosition(Syntax.Span.End);
        var isLastOnLine = string.IsNullOrWhiteSpace(CodeBehindLoop(end));
        return StartsLine && isLastOnLine
            ? new TextChange(new TextSpan(end.End, 0), NewLine + NewLine + Indent + string.Join(NewLine + Indent, lines))
            : new TextChange(new TextSpan(Syntax.Span.End, 0), " " + string.Join(" ", lines.Select(static line => line.Trim())));
    }

    /// <summary>Lines at the start of the body, which gets braces when it has none.</summary>
    public IEnumerable<TextChange> AtStartOfBody(params string[] lines)
    {
        if (Syntax.Statement is not BlockSyntax block)
        {
            var indented = string.Join(NewLine + InnerIndent, lines);
            yield return new TextChange(
                TextSpan.FromBounds(Syntax.CloseParenToken.Span.End, Syntax.Statement.SpanStart),
                CommentBehindHead() + NewLine + Indent + "{" + NewLine + InnerIndent + indented + NewLine + NewLine + InnerIndent);
            yield return new TextChange(new TextSpan(Syntax.Statement.Span.End, 0), NewLine + Indent + "}");
            yield break;
        }

        var isOneLine = _text.Lines.IndexOf(block.OpenBraceToken.SpanStart) == _text.Lines.IndexOf(block.CloseBraceToken.SpanStart);
        if (isOneLine)
        {
            yield return new TextChange(new TextSpan(block.OpenBraceToken.Span.End, 0), " " + string.Join(" ", lines.Select(static line => line.Trim())));
            yield break;
        }

        var inner = IndentOf(_text.Lines.GetLineFromPosition(block.OpenBraceToken.SpanStart)) + Step;
        var brace = _text.Lines.GetLineFromPosition(block.OpenBraceToken.SpanStart);
        yield return new TextChange(new TextSpan(brace.End, 0), NewLine + inner + string.Join(NewLine + inner, lines) + NewLine);
    }

    private string CodeBehindLoop(TextLine line)
    {
        var behind = _text.ToString(TextSpan.FromBounds(Syntax.Span.End, line.End)).TrimStart();
        return behind.StartsWith("//", StringComparison.Ordinal) ? string.Empty : behind;
    }

    private string CommentBehindHead()
    {
        var trivia = Syntax.CloseParenToken.TrailingTrivia.ToFullString().TrimEnd();
        return trivia.Length == 0 ? string.Empty : trivia;
    }

    private string IndentOf(TextLine line)
    {
        var text = _text.ToString(line.Span);
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }

    private static string NewLineOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
