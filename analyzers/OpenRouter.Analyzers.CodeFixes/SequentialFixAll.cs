using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>
/// Repairs the findings of a document one after the other. Edits that bring new names into a method cannot be merged
/// afterwards: each has to see the names that the one before it has taken.
/// </summary>
internal static class SequentialFixAll
{
    public static FixAllProvider Create(TextEdit edit)
    {
        return FixAllProvider.Create(async (context, document, diagnostics) =>
            (Document?)await FixAsync(edit, context, document, diagnostics).ConfigureAwait(false));
    }

    private static async Task<Document> FixAsync(TextEdit edit, FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var done = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var span = diagnostic.Location.SourceSpan;
            foreach (var change in done)
            {
                span = Moved(span, change);
            }

            if (await edit(document, span, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } changes)
            {
                continue;
            }

            var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            document = document.WithText(text.WithChanges(changes));
            // From the end, so that the positions of the earlier ones still hold.
            done.AddRange(changes.OrderByDescending(static change => change.Span.Start));
        }

        return document;
    }

    private static TextSpan Moved(TextSpan span, TextChange change)
    {
        return change.Span.Start <= span.Start
            ? new TextSpan(span.Start + (change.NewText?.Length ?? 0) - change.Span.Length, span.Length)
            : span;
    }
}
