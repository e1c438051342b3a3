using Bunit;
using BlazorChat.Components.Chat;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>What a user does with the page and sees on it.</summary>
internal static class ChatPages
{
    public static void Ask(this IRenderedComponent<ChatPanel> page, string question)
    {
        page.Find("#question").Input(question);
        page.Find("#composer").Submit();
    }

    public static bool IsIdle(this IRenderedComponent<ChatPanel> page) => page.FindAll("#send").Count == 1;

    public static IReadOnlyList<string> Notes(this IRenderedComponent<ChatPanel> page) => [.. page.FindAll(".note").Select(static note => note.TextContent)];

    /// <summary>The text of the answer to the last question that counts.</summary>
    public static string LastAnswer(this IRenderedComponent<ChatPanel> page)
        => string.Concat(page.FindAll(".exchange:last-child > .answer:not(.replaced) .markdown").Select(static part => part.TextContent));

    /// <summary>Asks and waits for the end of the answer. The page may hear of the question later than this: it is idle before it, too.</summary>
    public static async Task AskToTheEndAsync(this IRenderedComponent<ChatPanel> page, ChatContext context, string question)
    {
        var before = page.LastHeading();
        page.Ask(question);
        await context.AdvanceUntilAsync(() => page.LastHeading() is { } heading && heading != before && page.IsIdle());
    }

    /// <summary>The heading of the last question, which counts all that were asked.</summary>
    private static string? LastHeading(this IRenderedComponent<ChatPanel> page) => page.FindAll(".exchange:last-child > h2").SingleOrDefault()?.TextContent;
}
