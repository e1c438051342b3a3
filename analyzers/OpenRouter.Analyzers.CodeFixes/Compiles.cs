using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Whether a document still compiles after an edit; for edits whose types are not known beforehand.</summary>
internal static class Compiles
{
    /// <summary>The edit itself when it brings no error into the document, otherwise nothing.</summary>
    public static async Task<IReadOnlyList<TextChange>?> OrNothingAsync(Document document, IReadOnlyList<TextChange> edit, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var before = await ErrorsAsync(document, cancellationToken).ConfigureAwait(false);
        var after = await ErrorsAsync(document.WithText(text.WithChanges(edit)), cancellationToken).ConfigureAwait(false);
        return after > before ? null : edit;
    }

    private static async Task<int> ErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ?? 0;
    }
}
