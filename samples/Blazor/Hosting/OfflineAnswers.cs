using System.Text.Json;
using OpenRouter.Testing;

namespace BlazorChat.Hosting;

/// <summary>What the emulator says when there is no key: an answer with every kind of Markdown, and the ways in which answers fail, on request.</summary>
internal static class OfflineAnswers
{
    /// <summary>Slow enough to watch.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(30);

    private static readonly string Tour = """
        ## What this page shows

        This answer comes from the **emulator** inside the program, so it needs *no key* and no network. It streams `token by token`, as a model would.

        1. The history of the chat is sent again with every question.
        2. The text is rendered at most twenty times a second.
        3. Markdown becomes elements, and HTML such as <b>this</b> stays text.

        ```csharp
        await foreach (var chunk in stream)
        {
            gathered.Add(chunk);
        }
        ```

        Ask me to **break off**, to be **too long**, to be **filtered**, to **fail** or to tell a **story**, and see how the page shows it. More is at [openrouter.ai](https://openrouter.ai/docs).
        """.ReplaceLineEndings("\n");

    public static OpenRouterEmulator Make()
    {
        var emulator = new OpenRouterEmulator { Pace = Pace };
        emulator.On("/chat/completions").Always(static request => Choose(LastText(request.Body)));
        return emulator;
    }

    private static Reply Choose(string question)
    {
        bool Asks(string word) => question.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (Asks("break off"))
        {
            return Reply.Story.CutAfterPieces(24);
        }

        if (Asks("too long"))
        {
            return Reply.Text("This answer ends in the middle of a").WithFinish("length");
        }

        if (Asks("filtered"))
        {
            return Reply.Text("This answer is stopped by a").WithFinish("content_filter");
        }

        if (Asks("fail"))
        {
            return Reply.Error(402, "Insufficient credits.");
        }

        return Asks("story") ? Reply.Story : Reply.Text(Tour).WithReasoning("Somebody tries the page without a key. I show them around, with every kind of Markdown that it knows.");
    }

    private static string LastText(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("messages", out var messages) || messages.GetArrayLength() == 0)
        {
            return "";
        }

        var last = messages[messages.GetArrayLength() - 1];
        return last.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString()! : "";
    }
}
