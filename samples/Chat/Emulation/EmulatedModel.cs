using System.Globalization;
using System.Text.Json;
using OpenRouter.Testing;

namespace Chat.Emulation;

/// <summary>Answers in place of a model: enough to see a conversation, reasoning and calls without a key.</summary>
internal static class EmulatedModel
{
    public static Reply Answer(EmulatedRequest request)
    {
        var reply = Answer(request.Body.GetProperty("messages"), request.Body.TryGetProperty("tools", out _));
        return request.Body.TryGetProperty("reasoning", out _)
            ? reply.WithReasoning("I only play a model. What was said last decides what I say.")
            : reply;
    }

    private static Reply Answer(JsonElement messages, bool hasTools)
    {
        var count = messages.GetArrayLength();
        var last = messages[count - 1];
        if (Role(last) == "tool")
        {
            return Reply.Text($"The function gave: {Content(last)}.");
        }

        var question = Content(last);
        if (hasTools && Asks(question, "time"))
        {
            return Reply.ToolCall("current_time", """{"zone":"UTC"}""");
        }

        if (hasTools && (Asks(question, "dice") || Asks(question, "roll")))
        {
            return Reply.ToolCall("roll_dice", """{"count":2}""");
        }

        return FirstQuestion(messages) is var first && first < count - 1
            ? Reply.Text(string.Create(CultureInfo.InvariantCulture, $"With this question {count} messages came. You began with \"{Content(messages[first])}\"."))
            : Reply.Story;
    }

    private static int FirstQuestion(JsonElement messages)
    {
        var index = 0;
        while (Role(messages[index]) != "user")
        {
            index++;
        }

        return index;
    }

    private static bool Asks(string question, string word) => question.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string? Role(JsonElement message) => message.GetProperty("role").GetString();

    private static string Content(JsonElement message)
        => message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString()! : "";
}
