using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>An awaited call within its statement, and whether it can be taken out of it.</summary>
internal static class AwaitedCall
{
    /// <summary>The <c>await</c> of the call whose name is given, also of a configured one.</summary>
    public static AwaitExpressionSyntax? Of(SyntaxToken name)
    {
        var called = name.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } simple && access.Name == simple ? access : name.Parent as ExpressionSyntax;
        if (called?.Parent is not InvocationExpressionSyntax call || call.Expression != called)
        {
            return null;
        }

        var value = call;
        while (value.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
        {
            value = configured;
        }

        return value.Parent as AwaitExpressionSyntax;
    }

    /// <summary>The statement that evaluates the expression once, and before anything else that could matter; otherwise nothing.</summary>
    public static StatementSyntax? StatementStartingWith(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is { } parent && StartsWith(parent, node))
        {
            if (parent is StatementSyntax statement)
            {
                return statement;
            }

            node = parent;
        }

        return null;
    }

    private static bool StartsWith(SyntaxNode parent, SyntaxNode child)
    {
        return parent switch
        {
            ParenthesizedExpressionSyntax or CastExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.LogicalNotExpression),
            MemberAccessExpressionSyntax access => access.Expression == child,
            ElementAccessExpressionSyntax access => access.Expression == child,
            ConditionalAccessExpressionSyntax access => access.Expression == child,
            BinaryExpressionSyntax binary => binary.Left == child,
            IsPatternExpressionSyntax match => match.Expression == child,
            SwitchExpressionSyntax choice => choice.GoverningExpression == child,
            ConditionalExpressionSyntax choice => choice.Condition == child,
            AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == child && assignment.Left is IdentifierNameSyntax or DeclarationExpressionSyntax,
            InvocationExpressionSyntax call => call.Expression == child || IsName(call.Expression),
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList == child,
            ArgumentSyntax => true,
            ArgumentListSyntax list => list.Arguments.TakeWhile(argument => argument != child).All(static argument => argument.RefKindKeyword.RawKind == 0 && IsPlain(argument.Expression)),
            InterpolationSyntax hole => hole.Expression == child,
            InterpolatedStringExpressionSyntax text => text.Contents.TakeWhile(part => part != child).All(static part => part is not InterpolationSyntax hole || IsPlain(hole.Expression)),
            EqualsValueClauseSyntax => true,
            VariableDeclaratorSyntax => true,
            VariableDeclarationSyntax declaration => declaration.Variables[0] == child,
            LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or IfStatementSyntax => true,
            ForEachStatementSyntax loop => loop.Expression == child,
            SwitchStatementSyntax choice => choice.Expression == child,
            _ => false,
        };
    }

    private static bool IsPlain(ExpressionSyntax expression)
    {
        return expression is LiteralExpressionSyntax || IsName(expression);
    }

    private static bool IsName(ExpressionSyntax expression)
    {
        return expression switch
        {
            SimpleNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax => true,
            MemberAccessExpressionSyntax access => IsName(access.Expression),
            _ => false,
        };
    }
}
