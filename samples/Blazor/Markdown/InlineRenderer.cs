using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlazorChat.Markdown;

/// <summary>Renders what stands in a line of Markdown.</summary>
internal static class InlineRenderer
{
    public static void Render(RenderTreeBuilder builder, ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Render(builder, inline);
        }
    }

    private static void Render(RenderTreeBuilder builder, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                TextRenderer.Render(builder, literal.Content.ToString());
                break;
            case CodeInline code:
                builder.OpenElement(1, "code");
                TextRenderer.Render(builder, code.Content);
                builder.CloseElement();
                break;
            case EmphasisInline emphasis:
                Element(builder, Name(emphasis), emphasis);
                break;
            case LinkInline link:
                Link(builder, link);
                break;
            case AutolinkInline link:
                Anchor(builder, SafeLink.Of(link.Url), () => TextRenderer.Render(builder, link.Url));
                break;
            case LineBreakInline { IsHard: true }:
                builder.OpenElement(2, "br");
                builder.CloseElement();
                break;
            case LineBreakInline:
                TextRenderer.Render(builder, "\n");
                break;
            case HtmlEntityInline entity:
                TextRenderer.Render(builder, entity.Transcoded.ToString());
                break;
            case DelimiterInline half:
                // Half of a construct, such as a bracket that is not closed yet: it is a letter like others.
                TextRenderer.Render(builder, half.ToLiteral());
                Render(builder, (ContainerInline)half);
                break;
            case ContainerInline container:
                Render(builder, container);
                break;
            default:
                TextRenderer.Render(builder, inline.ToString() ?? "");
                break;
        }
    }

    private static string Name(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => "del",
        { DelimiterCount: 2 } => "strong",
        _ => "em",
    };

    private static void Element(RenderTreeBuilder builder, string name, ContainerInline content)
    {
        builder.OpenElement(3, name);
        Render(builder, content);
        builder.CloseElement();
    }

    /// <summary>A picture would be loaded as soon as it is shown, and tell a server of the model's choice what the user was told: only its description is shown.</summary>
    private static void Link(RenderTreeBuilder builder, LinkInline link)
        => Anchor(builder, link.IsImage ? null : SafeLink.Of(link.GetDynamicUrl?.Invoke() ?? link.Url), () => Render(builder, (ContainerInline)link));

    private static void Anchor(RenderTreeBuilder builder, string? address, Action content)
    {
        if (address is null)
        {
            content();
            return;
        }

        builder.OpenElement(4, "a");
        builder.AddAttribute(5, "href", address);
        builder.AddAttribute(6, "rel", "nofollow noopener noreferrer ugc");
        builder.AddAttribute(7, "target", "_blank");
        content();
        builder.CloseElement();
    }
}
