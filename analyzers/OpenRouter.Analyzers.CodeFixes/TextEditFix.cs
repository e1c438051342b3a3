using System.Threading.Tasks;

using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace OpenRouter.Analyzers.CodeFixes;

/// <summary>Offers an edit for each finding that it can repair. It is made first: only what works is offered.</summary>
internal static class TextEditFix
{
    public static async Task RegisterAsync(CodeFixContext context, string title, string equivalenceKey, TextEdit edit)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await edit(context.Document, diagnostic.Location.SourceSpan, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } changes)
            {
                continue;
            }

            var action = CodeAction.Create(
                title,
                async token =>
                {
                    var text = await context.Document.GetTextAsync(token).ConfigureAwait(false);
                    return context.Document.WithText(text.WithChanges(changes));
                },
                equivalenceKey);
            context.RegisterCodeFix(action, diagnostic);
        }
    }
}
