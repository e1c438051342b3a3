using System;
using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>A statement as text, among others that can be added before and behind it.</summary>
internal sealed class StatementPlace
{
    private readonly StatementSyntax _statement;
    private readonly SourceText _text;
    private readonly string _indent;
    private readonly string _newLine;

    private StatementPlace(StatementSyntax statement, SourceText text)
    {
        _statement = statement;
        _text = text;
        var line = text.Lines.GetLineFromPosition(statement.SpanStart).ToString();
        _indent = line.Substring(0, line.Length - line.TrimStart().Length);
        var first = text.Lines[0];
        _newLine = first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    private bool StartsLine => _text.Lines.GetLineFromPosition(_statement.SpanStart).Start + _indent.Length == _statement.SpanStart;

    /// <summary>The place, or nothing where no statement can stand beside this one.</summary>
    public static StatementPlace? Of(StatementSyntax statement, SourceText text)
    {
        return statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax ? new StatementPlace(statement, text) : null;
    }

    /// <summary>Lines before the statement, and an empty one; comments above it stay above both.</summary>
    public TextChange Before(params string[] lines)
    {
        var text = StartsLine ? Joined(lines) + _newLine + _newLine + _indent : OnOneLine(lines) + " ";
        return new TextChange(new TextSpan(_statement.SpanStart, 0), text);
    }

    /// <summary>Lines directly behind the statement, and an empty one when more follows.</summary>
    public TextChange Behind(params string[] lines)
    {
        var line = _text.Lines.GetLineFromPosition(_statement.Span.End);
        var rest = _text.ToString(TextSpan.FromBounds(_statement.Span.End, line.End)).TrimStart();
        if (!StartsLine || (rest.Length > 0 && !rest.StartsWith("//", StringComparison.Ordinal)))
        {
            return new TextChange(new TextSpan(_statement.Span.End, 0), " " + OnOneLine(lines));
        }

        var next = line.LineNumber + 1 < _text.Lines.Count ? _text.Lines[line.LineNumber + 1].ToString().TrimStart() : string.Empty;
        var isFollowed = next.Length > 0 && next[0] != '}';
        return new TextChange(new TextSpan(line.End, 0), _newLine + _indent + Joined(lines) + (isFollowed ? _newLine : string.Empty));
    }

    private string Joined(IEnumerable<string> lines)
    {
        return string.Join(_newLine + _indent, lines);
    }

    private static string OnOneLine(IEnumerable<string> lines)
    {
        return string.Join(" ", lines.Select(static line => line.Trim()));
    }
}
