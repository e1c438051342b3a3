using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.CodeFixes;

namespace OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;

/// <summary>Keeps the finish reason in a local and looks at it after the loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckFinishReasonCodeFix))]
internal sealed class CheckFinishReasonCodeFix : CodeFixProvider
{
    public const string EquivalenceKey = "OR1001.Check";

    private static readonly FixAllProvider s_fixAll = SequentialFixAll.Create(EditAsync);

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ObserveFinishReason);

    public override FixAllProvider GetFixAllProvider()
    {
        return s_fixAll;
    }

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        return TextEditFix.RegisterAsync(context, "Check the finish reason after the loop", EquivalenceKey, EditAsync);
    }

    private static async Task<IReadOnlyList<TextChange>?> EditAsync(
        Document document, TextSpan finding, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        return diagnostic.Properties.TryGetValue(FixProperties.FinishPath, out var path) && path is not null &&
            await StreamLoop.FindAsync(document, finding, cancellationToken).ConfigureAwait(false) is { } loop
            ? KeptFinishReason.Edit(loop, path, cancellationToken)
            : null;
    }
}
