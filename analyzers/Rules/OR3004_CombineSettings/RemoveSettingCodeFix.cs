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

namespace OpenRouter.Analyzers.Rules.OR3004_CombineSettings;

/// <summary>Takes the step out of its chain.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSettingCodeFix))]
internal sealed class RemoveSettingCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = RuleIds.CombineSettings;

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CombineSettings);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Remove this setting", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.ContainsKey(CombineProperties.IsRemovable) ||
            await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root ||
            root.FindToken(finding.Start).Parent?.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax step } access ||
            step.Expression != access)
        {
            return null;
        }

        var dot = access.OperatorToken.SpanStart;
        if (HasMoreThanSpace(step, dot, step.Span.End))
        {
            return null;
        }

        // With what stands before it on its line, unless that belongs to somebody.
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var span = HasMoreThanSpace(step, access.Expression.Span.End, dot) ? WithLine(dot, step.Span.End, text) : TextSpan.FromBounds(access.Expression.Span.End, step.Span.End);
        return await Compiles.OrNothingAsync(document, [new TextChange(span, "")], cancellationToken).ConfigureAwait(false);
    }

    private static bool HasMoreThanSpace(SyntaxNode node, int start, int end)
    {
        return node.DescendantTrivia().Any(trivia =>
            trivia.SpanStart >= start && trivia.Span.End <= end && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    private static TextSpan WithLine(int start, int end, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(start);
        var last = text.Lines.GetLineFromPosition(end);
        return LineEdit.IsBlank(text, first.Start, start) && LineEdit.IsBlank(text, end, last.End)
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : TextSpan.FromBounds(start, end);
    }
}
