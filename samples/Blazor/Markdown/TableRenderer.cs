using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlazorChat.Markdown;

/// <summary>Renders tables, which models like.</summary>
internal static class TableRenderer
{
    public static void Render(RenderTreeBuilder builder, Table table)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "table");
        builder.AddAttribute(2, "tabindex", "0");
        builder.OpenElement(3, "table");
        foreach (var row in table.OfType<TableRow>())
        {
            builder.OpenElement(4, "tr");
            foreach (var cell in row.OfType<TableCell>())
            {
                Cell(builder, cell, row.IsHeader);
            }

            builder.CloseElement();
        }

        builder.CloseElement();
        builder.CloseElement();
    }

    private static void Cell(RenderTreeBuilder builder, TableCell cell, bool isHeader)
    {
        builder.OpenElement(5, isHeader ? "th" : "td");
        if (isHeader)
        {
            builder.AddAttribute(6, "scope", "col");
        }

        foreach (var block in cell.OfType<LeafBlock>())
        {
            InlineRenderer.Render(builder, block.Inline);
        }

        builder.CloseElement();
    }
}
