using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Turns <c>if (cancelled) { … break; }</c> at the top of a loop into a catch block behind it.</summary>
internal sealed class CancellationHandler
{
    private readonly IfStatementSyntax _choice;
    private readonly StreamLoop _loop;
    private readonly SourceText _text;

    public CancellationHandler(IfStatementSyntax choice, StreamLoop loop, SourceText text)
    {
        _choice = choice;
        _loop = loop;
        _text = text;
        Removed = WithCommentsAbove();
    }

    /// <summary>What leaves the loop: the test, and the comments above that explain it.</summary>
    public TextSpan Removed { get; }

    /// <summary>The end of the try block and the catch block; nothing when the test cannot be moved.</summary>
    public IReadOnlyList<string>? Lines(string token)
    {
        if (UsesLoop() || HoldsYield() || HoldsTextOverLines() || HasCodeBehindLoop() || Removed.Start == _choice.SpanStart)
        {
            return null;
        }

        var exception = _loop.Model.Compilation.GetTypeByMetadataName("System.OperationCanceledException")?.ToMinimalDisplayString(_loop.Model, _loop.Syntax.SpanStart);
        var lines = new List<string> { _loop.Indent + "}", _loop.Indent + "catch (" + exception + ") when (" + token + ".IsCancellationRequested)", _loop.Indent + "{" };
        foreach (var line in Moved())
        {
            lines.Add(line.Length == 0 ? line : _loop.InnerIndent + line);
        }

        lines.Add(_loop.Indent + "}");
        return lines;
    }

    private IEnumerable<string> Moved()
    {
        var outer = IndentOf(_text.Lines.GetLineFromPosition(_choice.SpanStart).ToString());
        var comments = _text.ToString(TextSpan.FromBounds(Removed.Start, _choice.SpanStart));
        return Dedented(comments, outer).Concat(Dedented(Branch(), outer + (_choice.Statement is BlockSyntax ? "    " : string.Empty)));
    }

    // What is done besides leaving the loop. To leave the method is still to be said, to leave the loop is not.
    private string Branch()
    {
        if (_choice.Statement is not BlockSyntax block)
        {
            return _choice.Statement is BreakStatementSyntax ? string.Empty : _choice.Statement.ToString();
        }

        var inside = TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart);
        if (block.Statements.LastOrDefault() is not BreakStatementSyntax leaving)
        {
            return _text.ToString(inside);
        }

        var without = LineEdit.WithLines(leaving, _text);
        return _text.ToString(TextSpan.FromBounds(inside.Start, Math.Max(inside.Start, without.Start)))
            + _text.ToString(TextSpan.FromBounds(Math.Min(inside.End, without.End), inside.End));
    }

    private static IEnumerable<string> Dedented(string text, string indent)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var first = lines.FindIndex(static line => line.Length > 0);
        var last = lines.FindLastIndex(static line => line.Length > 0);
        for (var number = first; first >= 0 && number <= last; number++)
        {
            yield return lines[number].StartsWith(indent, StringComparison.Ordinal) ? lines[number].Substring(indent.Length) : lines[number].TrimStart();
        }
    }

    private TextSpan WithCommentsAbove()
    {
        var span = LineEdit.WithLines(_choice, _text, goesWithComments: true);
        var comment = _choice.GetLeadingTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
        return comment.RawKind == 0 || span.Start == _choice.SpanStart
            ? span
            : TextSpan.FromBounds(_text.Lines.GetLineFromPosition(comment.SpanStart).Start, span.End);
    }

    private bool UsesLoop()
    {
        return _choice.Statement.DescendantNodes().OfType<SimpleNameSyntax>().Any(name =>
            _loop.Model.GetSymbolInfo(name).Symbol is ILocalSymbol local &&
            local.DeclaringSyntaxReferences.Any(declaration => _loop.Syntax.Span.Contains(declaration.Span) && !_choice.Statement.Span.Contains(declaration.Span)));
    }

    // A try block that has a catch block may not yield.
    private bool HoldsYield()
    {
        return _loop.Syntax.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(static node => node is YieldStatementSyntax);
    }

    private bool HoldsTextOverLines()
    {
        return _choice.DescendantTokens().Any(token => _text.Lines.IndexOf(token.SpanStart) != _text.Lines.IndexOf(token.Span.End))
            || _choice.ContainsDirectives;
    }

    private bool HasCodeBehindLoop()
    {
        var rest = _text.ToString(TextSpan.FromBounds(_loop.Syntax.Span.End, _text.Lines.GetLineFromPosition(_loop.Syntax.Span.End).End)).TrimStart();
        return rest.Length > 0 && !rest.StartsWith("//", StringComparison.Ordinal);
    }

    private static string IndentOf(string line)
    {
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
