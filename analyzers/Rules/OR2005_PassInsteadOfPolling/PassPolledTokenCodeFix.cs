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

namespace OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;

/// <summary>Passes the polled token to the request; what was done when it was found cancelled moves into a catch block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassPolledTokenCodeFix))]
internal sealed class PassPolledTokenCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR2005.Pass";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.PassInsteadOfPolling);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Pass the token instead of asking it", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null ||
            !diagnostic.Properties.TryGetValue(FixProperties.Tokens, out var token) || token is null ||
            PollingStatement(root.FindNode(finding, getInnermostNodeForTie: true)) is not { } poll ||
            poll.Parent is not BlockSyntax { Parent: ForEachStatementSyntax { Statement: var body } around } block || body != block ||
            CallIn(around.Expression, diagnostic) is not { } call ||
            await StreamLoop.FindAsync(document, call.Span, cancellationToken).ConfigureAwait(false) is not { StartsLine: true } loop)
        {
            return null;
        }

        if (call.ArgumentList.Arguments.Any(argument => IsToken(argument.Expression, loop.Model, cancellationToken)) || block.Statements.Count == 1)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var edit = new List<TextChange> { TokenArgument.Pass(token, call, diagnostic) };
        var removed = LineEdit.WithLines(poll, text);
        if (poll is IfStatementSyntax choice && !OnlyThrows(choice.Statement))
        {
            var handler = new CancellationHandler(choice, loop, text);
            if (handler.Lines(token) is not { } lines)
            {
                return null;
            }

            removed = handler.Removed;
            edit.Add(new TextChange(new TextSpan(around.SpanStart, 0), "try" + loop.NewLine + loop.Indent + "{" + loop.NewLine + loop.InnerIndent));
            edit.AddRange(LineEdit.Indent(around, text, removed));
            edit.Add(new TextChange(new TextSpan(text.Lines.GetLineFromPosition(around.Span.End).End, 0), loop.NewLine + string.Join(loop.NewLine, lines)));
        }

        edit.Add(new TextChange(removed, string.Empty));
        return edit.OrderBy(static change => change.Span.Start).ThenBy(static change => change.Span.End).ToList();
    }

    private static StatementSyntax? PollingStatement(SyntaxNode? test)
    {
        return test?.Parent switch
        {
            ArgumentSyntax argument => PollingStatement(argument.Parent),
            IfStatementSyntax { Else: null } choice when choice.Condition == test => choice,
            ExpressionStatementSyntax statement => statement,
            _ => null,
        };
    }

    private static InvocationExpressionSyntax? CallIn(ExpressionSyntax stream, Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(PollingProperties.Call, out var name);
        var calls = stream.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => TokenArgument.NameOf(call) == name).ToList();
        return calls.Count == 1 ? calls[0] : null;
    }

    // It was passed when another test of the same loop was repaired.
    private static bool IsToken(ExpressionSyntax argument, SemanticModel model, CancellationToken cancellationToken)
    {
        return model.GetTypeInfo(argument, cancellationToken).Type is { Name: "CancellationToken" };
    }

    private static bool OnlyThrows(StatementSyntax branch)
    {
        var only = branch is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : branch;
        return only is ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax { Type: var type } }
            && type.ToString() is var name
            && (name.EndsWith("OperationCanceledException", System.StringComparison.Ordinal) || name.EndsWith("TaskCanceledException", System.StringComparison.Ordinal))
            && !branch.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));
    }
}
