using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;

/// <summary>Awaits where a thread was held, in functions that are asynchronous already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsteadOfBlockingCodeFix))]
internal sealed class AwaitInsteadOfBlockingCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR2002.Await";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AwaitInsteadOfBlocking);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Await instead of blocking", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindToken(finding.Start).Parent is not SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name || access.Name != name ||
            access.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional && conditional.WhenNotNull.Span.Contains(access.Span) ||
            !AwaitPlace.IsAsync(access) || HandlesAggregate(access))
        {
            return null;
        }

        return name.Identifier.ValueText switch
        {
            "Result" => Await(access, access.Expression),
            "Wait" when access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax } call => Await(call, access.Expression),
            "GetResult" when access is { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter }, Parent: InvocationExpressionSyntax call }
                => Await(call, awaiter.Expression),
            "WaitAll" when access.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call && call.ArgumentList.Arguments.All(argument => IsTask(argument))
                => [new TextChange(new TextSpan(call.SpanStart, 0), "await "), new TextChange(name.Span, "WhenAll")],
            "ToBlockingEnumerable" when access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ForEachStatementSyntax loop } call && loop.Expression == call
                => Enumerate(loop, call, access),
            _ => null,
        };

        // A limit of time, or a token, would be lost on the way.
        bool IsTask(ArgumentSyntax argument) => argument.Expression is IdentifierNameSyntax or InvocationExpressionSyntax && !argument.ToString().Contains("TimeSpan");
    }

    private static IReadOnlyList<TextChange>? Await(ExpressionSyntax whole, ExpressionSyntax task)
    {
        if (AwaitPlace.HoldsComment(whole, task.Span.End, whole.Span.End))
        {
            return null;
        }

        var needsParentheses = AwaitPlace.NeedsParentheses(whole);
        return
        [
            new TextChange(new TextSpan(whole.SpanStart, 0), needsParentheses ? "(await " : "await "),
            new TextChange(TextSpan.FromBounds(task.Span.End, whole.Span.End), needsParentheses ? ")" : string.Empty),
        ];
    }

    private static IReadOnlyList<TextChange>? Enumerate(ForEachStatementSyntax loop, InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        return AwaitPlace.HoldsComment(call, access.Expression.Span.End, call.Span.End)
            ? null
            : [new TextChange(new TextSpan(loop.SpanStart, 0), "await "), new TextChange(TextSpan.FromBounds(access.Expression.Span.End, call.Span.End), string.Empty)];
    }

    // What is awaited throws its own exception, and this handler would no longer see it.
    private static bool HandlesAggregate(SyntaxNode node)
    {
        return node.Ancestors().OfType<TryStatementSyntax>().Any(attempt =>
            attempt.Block.Span.Contains(node.Span) && attempt.Catches.Any(static clause => clause.Declaration?.Type.ToString().EndsWith("AggregateException", System.StringComparison.Ordinal) == true));
    }
}
