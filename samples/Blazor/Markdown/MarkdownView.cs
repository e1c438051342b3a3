using Markdig.Syntax;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlazorChat.Markdown;

/// <summary>
/// Shows Markdown as elements. Every element and attribute is named in <see cref="BlockRenderer"/> or <see cref="InlineRenderer"/>, and everything else is text; there is no way from what a
/// model writes to markup.
/// </summary>
public sealed class MarkdownView : ComponentBase
{
    private MarkdownDocument? _document;

    /// <summary>The Markdown.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnParametersSet() => _document = MarkdownReader.Read(Text);

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_document is null)
        {
            builder.OpenElement(0, "p");
            TextRenderer.Render(builder, Text);
            builder.CloseElement();
            return;
        }

        BlockRenderer.Render(builder, _document);
    }
}
