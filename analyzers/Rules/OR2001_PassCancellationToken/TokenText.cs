using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>How the token of a variable or member is written.</summary>
internal sealed class TokenText
{
    private TokenText(string expression, bool isConnection)
    {
        Expression = expression;
        IsConnection = isConnection;
    }

    public string Expression { get; }

    /// <summary>The token tells that the one who asked has gone away.</summary>
    public bool IsConnection { get; }

    public static TokenText? Of(ISymbol symbol, KnownTypes known)
    {
        var type = symbol switch
        {
            IParameterSymbol parameter => parameter.Type,
            ILocalSymbol local => local.Type,
            IFieldSymbol { AssociatedSymbol: null } field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        if (type is null)
        {
            return null;
        }

        var name = SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;
        if (known.IsToken(type))
        {
            return new TokenText(name, isConnection: false);
        }

        if (known.IsTokenSource(type))
        {
            return new TokenText(name + ".Token", isConnection: false);
        }

        return ConnectionMemberOf(type) is { } member ? new TokenText(name + "." + member, isConnection: true) : null;
    }

    private static string? ConnectionMemberOf(ITypeSymbol type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var member = (ancestor.Name, ancestor.ContainingNamespace?.ToDisplayString()) switch
            {
                ("HttpContext", "Microsoft.AspNetCore.Http") => "RequestAborted",
                ("HubCallerContext", "Microsoft.AspNetCore.SignalR") => "ConnectionAborted",
                ("ServerCallContext", "Grpc.Core") => "CancellationToken",
                _ => null,
            };
            if (member is not null)
            {
                return member;
            }
        }

        return null;
    }
}
