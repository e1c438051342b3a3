using Bunit;
using BlazorChat.Components.Chat;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>What a user does with the page and sees on it.</summary>
internal static class ChatPages
{
    /// <summary>Types a question and sends it. The page has heard of it when this ends: whoever does not wait for that sees it idle, since it was idle before.</summary>
    public static async Task AskAsync(this IRenderedComponent<ChatPanel> page, string question)
    {
        await page.Find("#question").InputAsync(question);
        await page.Find("#composer").SubmitAsync();
    }

    /// <summary>Presses a button, of which the page has heard when this ends.</summary>
    public static Task PressAsync(this IRenderedComponent<ChatPanel> page, string button) => page.Find(button).ClickAsync();

    public static bool IsIdle(this IRenderedComponent<ChatPanel> page) => page.FindAll("#send").Count == 1;

    public static IReadOnlyList<string> Notes(this IRenderedComponent<ChatPanel> page) => [.. page.FindAll(".note").Select(static note => note.TextContent)];

    /// <summary>The text of the answer to the last question that counts.</summary>
    public static string LastAnswer(this IRenderedComponent<ChatPanel> page)
        => string.Concat(page.FindAll(".exchange:last-child > .answer:not(.replaced) .markdown").Select(static part => part.TextContent));

    /// <summary>Asks and waits for the end of the answer.</summary>
    public static async Task AskToTheEndAsync(this IRenderedComponent<ChatPanel> page, ChatContext context, string question)
    {
        await page.AskAsync(question);
        await context.AdvanceUntilAsync(page.IsIdle);
    }
}
