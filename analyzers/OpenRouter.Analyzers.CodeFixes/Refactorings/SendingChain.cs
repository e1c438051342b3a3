using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.CodeFixes.Refactorings;

/// <summary>A chain in one piece: from the method that hands out a builder, over its steps, to the call that sends.</summary>
internal sealed class SendingChain
{
    private SendingChain(InvocationExpressionSyntax send, IMethodSymbol sendMethod, MemberAccessExpressionSyntax maker, IMethodSymbol makerMethod)
    {
        Send = send;
        SendMethod = sendMethod;
        Maker = maker;
        MakerMethod = makerMethod;
    }

    public InvocationExpressionSyntax Send { get; }

    public IMethodSymbol SendMethod { get; }

    public MemberAccessExpressionSyntax SendAccess => (MemberAccessExpressionSyntax)Send.Expression;

    /// <summary>The method that hands out the builder, with what it is called on.</summary>
    public MemberAccessExpressionSyntax Maker { get; }

    public IMethodSymbol MakerMethod { get; }

    /// <summary>The chain around a place, in a statement that does nothing before it.</summary>
    public static SendingChain? Find(SyntaxNode? place, StatementSyntax statement, SemanticModel model, KnownTypes known, CancellationToken cancellationToken)
    {
        var send = place?.AncestorsAndSelf().TakeWhile(node => node != statement).OfType<InvocationExpressionSyntax>().FirstOrDefault(call =>
            model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && known.IsSendingMethod(method));
        if (send?.Expression is not MemberAccessExpressionSyntax access || !IsFirstIn(statement, send) ||
            model.GetSymbolInfo(send, cancellationToken).Symbol is not IMethodSymbol sendMethod || !known.IsRequestBuilder(sendMethod.ContainingType))
        {
            return null;
        }

        var step = access.Expression;
        while (step is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax inner } call &&
            model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsStatic: false } method)
        {
            if (!known.IsRequestBuilder(method.ContainingType))
            {
                return known.IsRequestBuilder(method.ReturnType) ? new SendingChain(send, sendMethod, inner, method) : null;
            }

            step = inner.Expression;
        }

        return null;
    }

    /// <summary>Whether what the chain starts from can be written twice.</summary>
    public bool StartsFromMembers()
    {
        return Maker.Expression.DescendantNodesAndSelf().All(static node => node is MemberAccessExpressionSyntax or IdentifierNameSyntax or ThisExpressionSyntax);
    }

    private static bool IsFirstIn(StatementSyntax statement, SyntaxNode send)
    {
        return statement is LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } or ExpressionStatementSyntax or ReturnStatementSyntax
            && send.Ancestors().TakeWhile(node => node != statement).All(static node => node
                is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax or MemberAccessExpressionSyntax
                or AssignmentExpressionSyntax { Left: IdentifierNameSyntax }
                or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } });
    }
}
