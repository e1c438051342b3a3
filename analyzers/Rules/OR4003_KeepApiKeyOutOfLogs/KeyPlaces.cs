using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;

/// <summary>
/// What the mere text of a type tells about keys: whether it reads any, and what it may hand to a client. Programs log names all day;
/// other bodies are bound for one of them only where this leaves a chance. Kept for as long as the text.
/// </summary>
internal sealed class KeyPlaces
{
    private static readonly ConditionalWeakTable<SyntaxNode, KeyPlaces> s_places = new();

    private static readonly string[] s_words = ["apikey", "api_key", "api-key", "api:key", "openrouter"];

    private readonly Lazy<bool> _readsKeys;
    private readonly Lazy<HashSet<string>> _given;

    private KeyPlaces(SyntaxNode type)
    {
        Type = type;
        _readsKeys = new Lazy<bool>(() => Reads(type));
        _given = new Lazy<HashSet<string>>(() => new HashSet<string>(GivenIn(type).Select(TextOf), StringComparer.Ordinal));
    }

    /// <summary>The outermost type around the place, or the file where there is none.</summary>
    public SyntaxNode Type { get; }

    public bool ReadsKeys => _readsKeys.Value;

    public static KeyPlaces Around(IOperation place, CancellationToken cancellationToken)
    {
        SyntaxNode type = place.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? place.Syntax.SyntaxTree.GetRoot(cancellationToken);
        return s_places.GetValue(type, static node => new KeyPlaces(node));
    }

    /// <summary>Whether the type hands something of the same name to an object that it makes, or to a property.</summary>
    public bool MayGive(IOperation mention)
    {
        return _given.Value.Contains(TextOf(mention.Syntax));
    }

    private static bool Reads(SyntaxNode type)
    {
        var text = type.ToString();
        return text.IndexOf("GetEnvironmentVariable", StringComparison.Ordinal) >= 0
            || (Array.Exists(s_words, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                && type.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.StringLiteralToken) && KeyName.IsOfKey(token.ValueText)));
    }

    private static IEnumerable<ExpressionSyntax> GivenIn(SyntaxNode type)
    {
        foreach (var node in type.DescendantNodes())
        {
            var given = node switch
            {
                ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax } argument => argument.Expression,
                AssignmentExpressionSyntax assignment => assignment.Right,
                _ => null,
            };
            if (given is not null && Core(given) is { } core)
            {
                yield return core;
            }
        }
    }

    // Leaves what changes nothing: a key is often trimmed, or made certain, where it is given.
    private static ExpressionSyntax? Core(ExpressionSyntax expression)
    {
        return expression switch
        {
            IdentifierNameSyntax or MemberAccessExpressionSyntax => expression,
            ParenthesizedExpressionSyntax parenthesized => Core(parenthesized.Expression),
            CastExpressionSyntax cast => Core(cast.Expression),
            PostfixUnaryExpressionSyntax certain => Core(certain.Operand),
            ConditionalAccessExpressionSyntax access => Core(access.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Core(coalesce.Left),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" } trim } => Core(trim.Expression),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => Core(arguments[0].Expression),
            _ => null,
        };
    }

    private static string TextOf(SyntaxNode expression)
    {
        var text = expression.ToString();
        return text.StartsWith("this.", StringComparison.Ordinal) ? text.Substring("this.".Length) : text;
    }
}
