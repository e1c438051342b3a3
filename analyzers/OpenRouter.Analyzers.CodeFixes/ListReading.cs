using System.Collections.Generic;
using System.Linq;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Turns what reads a stream into what reads a list in the same way: loops, and operators that have a twin without <c>Async</c>.</summary>
internal static class ListReading
{
    /// <summary>The changes around one mention of the stream; nothing when it is used in another way.</summary>
    public static IReadOnlyList<TextChange>? TryEdit(IdentifierNameSyntax mention, SemanticModel model, ReadingOptions options)
    {
        var changes = new List<TextChange>();
        ExpressionSyntax chain = mention;
        var hasOperators = false;
        while (chain.Parent is MemberAccessExpressionSyntax access && access.Expression == chain && access.Parent is InvocationExpressionSyntax call)
        {
            if (AwaitPlace.HoldsComment(call, chain.Span.End, call.Span.End) || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            {
                return null;
            }

            if (access.Name.Identifier.ValueText is "WithCancellation" or "ConfigureAwait" && call.ArgumentList.Arguments.Count == 1)
            {
                Add(access.Name.Identifier.ValueText, call.ArgumentList, options);
                changes.Add(new TextChange(TextSpan.FromBounds(chain.Span.End, call.Span.End), ""));
            }
            else if (!IsLinq(method) || !call.ArgumentList.Arguments.All(argument => HasTwin(argument, method, model)))
            {
                return null;
            }
            else if (method.ReturnType.Name is "Task" or "ValueTask")
            {
                return TryEnd(mention, access.Name, call, hasOperators, changes, model, options) ? changes : null;
            }
            else
            {
                hasOperators = true;
            }

            chain = call;
        }

        if (chain.Parent is CommonForEachStatementSyntax loop && loop.Expression == chain && !AwaitPlace.HoldsComment(loop, loop.AwaitKeyword.SpanStart, loop.ForEachKeyword.SpanStart))
        {
            changes.Add(new TextChange(TextSpan.FromBounds(loop.AwaitKeyword.SpanStart, loop.ForEachKeyword.SpanStart), ""));
            return changes;
        }

        return null;
    }

    private static void Add(string step, ArgumentListSyntax arguments, ReadingOptions options)
    {
        var argument = arguments.Arguments[0].Expression.ToString();
        if (step == "WithCancellation")
        {
            options.AddToken(argument);
        }
        else
        {
            options.AddContext(argument);
        }
    }

    /// <summary>The operator that ends the chain is called without waiting.</summary>
    private static bool TryEnd(IdentifierNameSyntax mention, SimpleNameSyntax name, InvocationExpressionSyntax call, bool hasOperators, List<TextChange> changes, SemanticModel model, ReadingOptions options)
    {
        ExpressionSyntax task = call;
        if (task.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { ArgumentList: { Arguments.Count: 1 } context } configured })
        {
            Add("ConfigureAwait", context, options);
            task = configured;
        }

        if (task.Parent is not AwaitExpressionSyntax await || AwaitPlace.HoldsComment(await, await.SpanStart, await.Span.End) || name is not IdentifierNameSyntax)
        {
            return false;
        }

        var (tokens, others) = (new List<ArgumentSyntax>(), new List<ArgumentSyntax>());
        foreach (var argument in call.ArgumentList.Arguments)
        {
            (IsToken(argument, model) ? tokens : others).Add(argument);
        }

        tokens.ForEach(token => options.AddToken(token.Expression.ToString()));
        var twin = name.Identifier.ValueText.Substring(0, name.Identifier.ValueText.Length - "Async".Length);
        var isCount = twin == "Count" && others.Count == 0 && !hasOperators;
        changes.Add(new TextChange(TextSpan.FromBounds(await.SpanStart, mention.SpanStart), ""));
        changes.Add(new TextChange(TextSpan.FromBounds(name.SpanStart, task.Span.End), isCount ? twin : twin + "(" + string.Join(", ", others) + ")"));
        return true;
    }

    private static bool IsLinq(IMethodSymbol method)
    {
        return method.ContainingType is { Name: "AsyncEnumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } }
            && (method.ReturnType.Name is "IAsyncEnumerable" or "IOrderedAsyncEnumerable"
                || (method.ReturnType.Name is "Task" or "ValueTask" && method.Name.EndsWith("Async", System.StringComparison.Ordinal)));
    }

    // Functions with an index, with a token or with a task mean something else to the twin, or nothing.
    private static bool HasTwin(ArgumentSyntax argument, IMethodSymbol method, SemanticModel model)
    {
        return argument.NameColon is null && argument.Expression switch
        {
            SimpleLambdaExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.None),
            ParenthesizedLambdaExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.None) && lambda.ParameterList.Parameters.Count == (method.Name == "AggregateAsync" ? 2 : 1),
            var value => model.GetTypeInfo(value).Type is { TypeKind: not TypeKind.Delegate } type && !type.AllInterfaces.Append(type).Any(static face => face.Name == "IAsyncEnumerable"),
        };
    }

    private static bool IsToken(ArgumentSyntax argument, SemanticModel model)
    {
        return model.GetTypeInfo(argument.Expression).ConvertedType is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
    }
}
