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

    /// <summary>Asks and waits for the end of the answer.</summary>
    public static async Task AskToTheEndAsync(this IRenderedComponent<ChatPanel> page, ChatContext context, string question)
    {
        page.Ask(question);
        await context.AdvanceUntilAsync(page.IsIdle);
    }
}
