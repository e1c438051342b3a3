using Microsoft.AspNetCore.Components.Rendering;

namespace BlazorChat.Markdown;

/// <summary>Renders text in nodes of a bounded size: when a long line of code grows, the browser is sent its last node alone.</summary>
internal static class TextRenderer
{
    private const int NodeChars = 1024;

    public static void Render(RenderTreeBuilder builder, string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + NodeChars, text.Length);
            end -= end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            builder.AddContent(0, text[start..end]);
            start = end;
        }
    }
}
