using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

/// <summary>Replaces a loop that only appends text by the stream's own collector.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CollectAnswerCodeFix))]
internal sealed class CollectAnswerCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1001.Collect";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ObserveFinishReason);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Collect the whole answer instead of looping", EquivalenceKey, EditAsync);
    }

    /// <summary>The edit for the loop over the stream at the position.</summary>
    public static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan place, string collector, string text, CancellationToken cancellationToken)
    {
        if (await StreamLoop.FindAsync(document, place, cancellationToken).ConfigureAwait(false) is not { } loop ||
            AppendingStatement(loop.Syntax.Statement) is not { } statement ||
            AppendedBy(statement.Expression) is not { } appended ||
            HasComments(loop.Syntax))
        {
            return null;
        }

        var answer = loop.FreeName("answer");
        var stream = loop.Syntax.Expression;
        var configure = Peel(ref stream, "ConfigureAwait");
        var token = Peel(ref stream, "WithCancellation");
        configure ??= Peel(ref stream, "ConfigureAwait");
        var collect = "var " + answer + " = await " + Primary(stream) + "." + collector + "(" + token + ")"
            + (configure is null ? string.Empty : ".ConfigureAwait(" + configure + ")") + ";";
        var append = Replace(statement, appended, answer + "." + text);
        return [new TextChange(loop.Syntax.Span, collect + (loop.StartsLine ? loop.NewLine + loop.Indent : " ") + append)];
    }

    private static Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        return diagnostic.Properties.TryGetValue(FixProperties.Collector, out var collector) && collector is not null &&
            diagnostic.Properties.TryGetValue(FixProperties.CollectedText, out var text) && text is not null
            ? EditAsync(document, finding, collector, text, cancellationToken)
            : Task.FromResult<IReadOnlyList<TextChange>?>(null);
    }

    private static ExpressionStatementSyntax? AppendingStatement(StatementSyntax body)
    {
        return (body is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : body) as ExpressionStatementSyntax;
    }

    private static ExpressionSyntax? AppendedBy(ExpressionSyntax expression)
    {
        return expression switch
        {
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call => call.ArgumentList.Arguments[0].Expression,
            AssignmentExpressionSyntax sum when sum.IsKind(SyntaxKind.AddAssignmentExpression) => sum.Right,
            _ => null,
        };
    }

    // A comment in the loop explains what is about to disappear: that is for a person to decide.
    private static bool HasComments(ForEachStatementSyntax loop)
    {
        return loop.DescendantTrivia()
            .Where(trivia => loop.Span.Contains(trivia.Span))
            .Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    /// <summary>Takes a call off the end of a chain and gives the text of its argument.</summary>
    private static string? Peel(ref ExpressionSyntax chain, string name)
    {
        if (chain is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax access } call &&
            access.Name.Identifier.ValueText == name)
        {
            chain = access.Expression;
            return call.ArgumentList.Arguments[0].Expression.ToString();
        }

        return null;
    }

    private static string Primary(ExpressionSyntax stream)
    {
        return stream is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax
            ? stream.ToString()
            : "(" + stream + ")";
    }

    private static string Replace(ExpressionStatementSyntax statement, ExpressionSyntax part, string replacement)
    {
        var text = statement.ToString();
        var start = part.SpanStart - statement.SpanStart;
        return text.Substring(0, start) + replacement + text.Substring(start + part.Span.Length);
    }
}
