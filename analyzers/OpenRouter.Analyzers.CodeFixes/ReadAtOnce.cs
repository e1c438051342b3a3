using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Whether a stream may as well be read where its local is declared: it is read in any case, and nobody catches what reading throws.</summary>
internal static class ReadAtOnce
{
    public static bool Is(StreamLocal local)
    {
        if (local.Mentions.Any(mention => mention.Ancestors().OfType<TryStatementSyntax>().Any(attempt => !attempt.Span.Contains(local.Declaration.Span))))
        {
            return false;
        }

        foreach (var statement in StatementsBehind(local.Declaration))
        {
            var mentions = local.Mentions.Where(mention => statement.Span.Contains(mention.Span)).ToList();
            if (mentions.Count > 0)
            {
                return mentions.Exists(mention => !IsConditional(mention, statement));
            }

            if (statement.DescendantNodesAndSelf().Any(static node => node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or YieldStatementSyntax
                or GotoStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax))
            {
                return false;
            }
        }

        return false;
    }

    private static System.Collections.Generic.IEnumerable<StatementSyntax> StatementsBehind(LocalDeclarationStatementSyntax declaration)
    {
        var around = declaration.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement),
            _ => Enumerable.Empty<StatementSyntax>(),
        };
        return around.SkipWhile(statement => statement != declaration).Skip(1);
    }

    private static bool IsConditional(SyntaxNode mention, StatementSyntax statement)
    {
        for (var child = mention; child != statement && child.Parent is { } parent; child = parent)
        {
            var isConditional = parent switch
            {
                IfStatementSyntax choice => choice.Condition != child,
                ConditionalExpressionSyntax choice => choice.Condition != child,
                SwitchSectionSyntax or SwitchExpressionArmSyntax or ElseClauseSyntax => true,
                BinaryExpressionSyntax both => both.Right == child && both.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression,
                BlockSyntax block => block.Statements.TakeWhile(earlier => earlier != child).Any(static earlier => earlier.DescendantNodesAndSelf().Any(static node => node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax)),
                _ => false,
            };
            if (isConditional)
            {
                return true;
            }
        }

        return false;
    }
}
