using Markdig;
using Markdig.Syntax;

namespace BlazorChat.Markdown;

/// <summary>Reads Markdown into a tree. HTML is not known to it: what looks like a tag is text.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>The tree, or null when the text cannot be read: the parser gives up on blocks that are nested too deeply.</summary>
    public static MarkdownDocument? Read(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
