using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Where an <c>await</c> can be written, and how.</summary>
internal static class AwaitPlace
{
    /// <summary>Whether the function around is asynchronous, and nothing in between forbids to await.</summary>
    public static bool IsAsync(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether an awaited expression in the place of this one needs parentheses.</summary>
    public static bool NeedsParentheses(ExpressionSyntax expression)
    {
        return expression.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == expression,
            ElementAccessExpressionSyntax access => access.Expression == expression,
            ConditionalAccessExpressionSyntax access => access.Expression == expression,
            InvocationExpressionSyntax call => call.Expression == expression,
            PostfixUnaryExpressionSyntax or RangeExpressionSyntax or SwitchExpressionSyntax or WithExpressionSyntax => true,
            _ => false,
        };
    }

    public static bool HoldsComment(SyntaxNode node, int start, int end)
    {
        return node.DescendantTrivia().Any(trivia => trivia.SpanStart >= start && trivia.Span.End <= end
            && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }
}
