using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlazorChat.Markdown;

/// <summary>Renders the blocks of Markdown.</summary>
internal static class BlockRenderer
{
    /// <summary>The page has headings of the first and second level, so those of an answer begin at the third. Most models begin with their second.</summary>
    private const int FirstHeading = 3;
    private const int LastHeading = 6;

    public static void Render(RenderTreeBuilder builder, ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            Render(builder, block);
        }
    }

    private static void Render(RenderTreeBuilder builder, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Leaf(builder, $"h{Math.Clamp(heading.Level + 1, FirstHeading, LastHeading)}", heading);
                break;
            case CodeBlock code:
                Code(builder, code);
                break;
            case ListBlock list:
                List(builder, list);
                break;
            case QuoteBlock quote:
                Container(builder, "blockquote", quote);
                break;
            case ThematicBreakBlock:
                builder.OpenElement(0, "hr");
                builder.CloseElement();
                break;
            case Table table:
                TableRenderer.Render(builder, table);
                break;
            case LinkReferenceDefinitionGroup:
                // Shown nowhere: links have taken their addresses from it.
                break;
            case ContainerBlock container:
                Render(builder, container);
                break;
            case LeafBlock leaf:
                Leaf(builder, "p", leaf);
                break;
        }
    }

    private static void Leaf(RenderTreeBuilder builder, string element, LeafBlock leaf)
    {
        builder.OpenElement(1, element);
        InlineRenderer.Render(builder, leaf.Inline);
        builder.CloseElement();
    }

    private static void Container(RenderTreeBuilder builder, string element, ContainerBlock blocks)
    {
        builder.OpenElement(2, element);
        Render(builder, blocks);
        builder.CloseElement();
    }

    /// <summary>A fence that is not closed yet is code to its end, so code is code from its first line on.</summary>
    private static void Code(RenderTreeBuilder builder, CodeBlock code)
    {
        builder.OpenElement(3, "pre");
        // What scrolls can be reached with the keyboard.
        builder.AddAttribute(4, "tabindex", "0");
        builder.OpenElement(5, "code");
        TextRenderer.Render(builder, code.Lines.ToString());
        builder.CloseElement();
        builder.CloseElement();
    }

    private static void List(RenderTreeBuilder builder, ListBlock list)
    {
        builder.OpenElement(6, list.IsOrdered ? "ol" : "ul");
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start != 1)
        {
            builder.AddAttribute(7, "start", start.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var item in list.OfType<ListItemBlock>())
        {
            builder.OpenElement(8, "li");
            Item(builder, item, list.IsLoose);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private static void Item(RenderTreeBuilder builder, ListItemBlock item, bool isLoose)
    {
        foreach (var block in item)
        {
            if (!isLoose && block is ParagraphBlock paragraph)
            {
                InlineRenderer.Render(builder, paragraph.Inline);
            }
            else
            {
                Render(builder, block);
            }
        }
    }
}
