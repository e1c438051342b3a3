using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;

/// <summary>The tokens that a call can be given, best first.</summary>
internal sealed class TokensInScope
{
    // A linked source has heard of the parameter already; after it, what was handed in for this very call comes first.
    private const int LinkedSource = 0;
    private const int Parameter = 1;
    private const int Local = 100;
    private const int Connection = 200;
    private const int Member = 300;

    private readonly IInvocationOperation _call;
    private readonly CallScope _scope;
    private readonly KnownTypes _known;
    private readonly CancellationToken _cancellationToken;

    private TokensInScope(IInvocationOperation call, CallScope scope, KnownTypes known, CancellationToken cancellationToken)
    {
        _call = call;
        _scope = scope;
        _known = known;
        _cancellationToken = cancellationToken;
    }

    public static IReadOnlyList<string> Find(IInvocationOperation call, ISymbol member, KnownTypes known, CancellationToken cancellationToken)
    {
        if (call.SemanticModel is not { } model)
        {
            return [];
        }

        var finder = new TokensInScope(call, CallScope.Of(call, member), known, cancellationToken);
        var found = new List<(int Rank, string Text)>();
        foreach (var symbol in model.LookupSymbols(call.Syntax.SpanStart))
        {
            if (TokenText.Of(symbol, known) is { } text && finder.RankOf(symbol) is { } rank)
            {
                found.Add((text.IsConnection && rank >= Member ? Connection : rank, text.Expression));
            }
        }

        found.Sort(static (left, right) => left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : string.CompareOrdinal(left.Text, right.Text));
        return found.ConvertAll(static token => token.Text);
    }

    private int? RankOf(ISymbol symbol)
    {
        return symbol switch
        {
            IParameterSymbol parameter => RankOf(parameter),
            ILocalSymbol local => RankOf(local),
            IFieldSymbol field when IsUsable(field) && IsSurelySet(field, field.NullableAnnotation, field.IsReadOnly) => Member,
            IPropertySymbol { GetMethod: not null, IsIndexer: false } property
                when IsUsable(property) && IsSurelySet(property, property.NullableAnnotation, property.SetMethod is null) => Member,
            _ => null,
        };
    }

    private int? RankOf(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || parameter.NullableAnnotation == NullableAnnotation.Annotated || parameter.Name.All(static letter => letter == '_'))
        {
            return null;
        }

        if (_scope.DistanceTo(parameter) is var distance and >= 0)
        {
            return Parameter + distance;
        }

        // A parameter of a primary constructor is as good as a field.
        return parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && _scope.HasInstance
            && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, _scope.Member.ContainingType)
            ? Member
            : null;
    }

    private int? RankOf(ILocalSymbol local)
    {
        if (!_scope.Owns(local) ||
            local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: var value } declarator ||
            declarator.Span.End > _call.Syntax.SpanStart ||
            IsNothing(value))
        {
            return null;
        }

        return IsLinkedSource(value) ? LinkedSource : Local;
    }

    private bool IsUsable(ISymbol member)
    {
        if (!_scope.HasMembers || SymbolEqualityComparer.Default.Equals(member, (_scope.Member as IMethodSymbol)?.AssociatedSymbol))
        {
            return false;
        }

        return member.IsStatic || (_scope.HasInstance && IsOwnOrInherited(member));
    }

    private bool IsOwnOrInherited(ISymbol member)
    {
        for (var type = _scope.Member.ContainingType; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    // A source that may be null has no token to pass, unless this method has just made it.
    private bool IsSurelySet(ISymbol member, NullableAnnotation annotation, bool isReadOnly)
    {
        var type = (member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type;
        if (type.IsValueType || annotation == NullableAnnotation.NotAnnotated || (annotation == NullableAnnotation.None && isReadOnly))
        {
            return true;
        }

        return IsMadeBefore(member.Name);
    }

    private bool IsMadeBefore(string name)
    {
        for (var node = _call.Syntax; node is not null and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax; node = node.Parent)
        {
            if (node is BlockSyntax block && block.Statements
                .TakeWhile(statement => statement.Span.End <= _call.Syntax.SpanStart)
                .Any(statement => statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }
                    && NameOf(assignment.Left) == name
                    && (assignment.Right is BaseObjectCreationExpressionSyntax || IsLinkedSource(assignment.Right))))
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(ExpressionSyntax expression)
    {
        return expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
            _ => null,
        };
    }

    private static bool IsNothing(ExpressionSyntax value)
    {
        return value.IsKind(SyntaxKind.NullLiteralExpression)
            || value.IsKind(SyntaxKind.DefaultLiteralExpression)
            || value is DefaultExpressionSyntax
            || value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" };
    }

    private static bool IsLinkedSource(ExpressionSyntax value)
    {
        return value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
            && name.Equals("CreateLinkedTokenSource", StringComparison.Ordinal);
    }
}
