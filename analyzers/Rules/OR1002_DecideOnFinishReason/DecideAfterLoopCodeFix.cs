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

namespace OpenRouter.Analyzers.Rules.OR1002_DecideOnFinishReason;

/// <summary>Keeps the finish reason and decides on it after the loop, before the text is used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DecideAfterLoopCodeFix))]
internal sealed class DecideAfterLoopCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1002.Decide";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.DecideOnFinishReason);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Decide on the finish reason after the loop", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var around = root?.FindToken(finding.Start).Parent?.Ancestors().OfType<ForEachStatementSyntax>()
            .FirstOrDefault(static candidate => candidate.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword));
        if (around is null || !around.Statement.Span.Contains(finding) || Returns(around.Statement) ||
            !diagnostic.Properties.TryGetValue(FixProperties.FinishPath, out var path) || path is null ||
            await StreamLoop.FindAsync(document, around.Expression.Span, cancellationToken).ConfigureAwait(false) is not { } loop ||
            loop.Model.GetDeclaredSymbol(loop.Syntax, cancellationToken) is not { } chunk ||
            FinishCheck.TypeAt(chunk.Type, path) is not { } type ||
            !new FinishCheck(type, loop.Model, loop.Syntax.SpanStart).TellsCutOff ||
            KeptFinishReason.Edit(loop, path, cancellationToken) is not { } edit)
        {
            return null;
        }

        return await Compiles.OrNothingAsync(document, edit, cancellationToken).ConfigureAwait(false);
    }

    // What stands after the loop would not run.
    private static bool Returns(StatementSyntax body)
    {
        return body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static node => node is ReturnStatementSyntax or GotoStatementSyntax || node.IsKind(SyntaxKind.YieldBreakStatement));
    }
}
