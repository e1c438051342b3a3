using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Turns <c>var choice = chunk.Choices[0];</c> in a loop into a list pattern, and goes on with the next chunk where it does not match.</summary>
internal static class SkippingChunk
{
    public static List<TextChange>? TryEdit(ExpressionSyntax access, ParseOptions? options)
    {
        var value = access is ElementBindingExpressionSyntax && access.Parent is ConditionalAccessExpressionSyntax whole ? whole : access;
        if (options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } ||
            ListAndName(value) is not { } list ||
            value.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable } ||
            declaration.Parent is not LocalDeclarationStatementSyntax { Parent: BlockSyntax { Parent: ForEachStatementSyntax loop } block } statement ||
            !declaration.Type.IsVar || value.GetFirstToken().ValueText != loop.Identifier.ValueText || !statement.UsingKeyword.IsKind(SyntaxKind.None) || HasComments(statement) || IsUsedAfter(statement, block, loop.Identifier.ValueText))
        {
            return null;
        }

        var lines = statement.SyntaxTree.GetText();
        var line = lines.Lines.GetLineFromPosition(statement.SpanStart);
        var indent = lines.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart));
        var newLine = lines.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        var check = "if (" + list + " is not [var " + variable.Identifier.Text + ", ..])";
        var isOwnLine = string.IsNullOrWhiteSpace(indent) && newLine.Length > 0;
        var text = isOwnLine
            ? check + newLine + indent + "{" + newLine + indent + "    continue;" + newLine + indent + "}" + (IsFollowedDirectly(statement, block, lines) ? newLine : string.Empty)
            : check + " { continue; }";
        return [new TextChange(statement.Span, text)];
    }

    private static string? ListAndName(ExpressionSyntax value)
    {
        var list = value switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } element when arguments[0].ToString() == "0" => element.Expression,
            ConditionalAccessExpressionSyntax { WhenNotNull: ElementBindingExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } } conditional
                when arguments[0].ToString() == "0" => conditional.Expression,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "First" } member } => member.Expression,
            _ => null,
        };
        return list is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure ? sure.Operand.ToString() : list?.ToString();
    }

    private static bool HasComments(StatementSyntax statement)
    {
        return statement.DescendantTrivia()
            .Where(trivia => statement.Span.Contains(trivia.Span))
            .Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    // A chunk without a choice may have something else to tell further down.
    private static bool IsUsedAfter(StatementSyntax statement, BlockSyntax block, string chunk)
    {
        return block.Statements
            .Where(other => other.SpanStart > statement.SpanStart)
            .SelectMany(static other => other.DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == chunk);
    }

    private static bool IsFollowedDirectly(StatementSyntax statement, BlockSyntax block, SourceText text)
    {
        var next = block.Statements.IndexOf(statement) + 1;
        return next < block.Statements.Count
            && text.Lines.IndexOf(block.Statements[next].GetFirstToken().FullSpan.Start) == text.Lines.IndexOf(statement.Span.End) + 1
            && !string.IsNullOrWhiteSpace(text.Lines[text.Lines.IndexOf(statement.Span.End) + 1].ToString());
    }
}
