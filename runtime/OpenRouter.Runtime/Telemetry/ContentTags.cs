using System.Diagnostics;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Telemetry;

/// <summary>Puts the texts of prompts and answers into traces. Only the option that asks for it makes one, so a native program that does not holds none of it.</summary>
internal sealed class ContentTags
{
    /// <summary>Tags a span with what is asked.</summary>
    public void TagRequest(Activity activity, JsonElement body)
    {
        if (body.TryGetProperty("messages"u8, out var messages) || body.TryGetProperty("input"u8, out messages))
        {
            activity.SetTag("gen_ai.input.messages", messages.GetRawText());
        }
    }

    /// <summary>Tags a span with the text of the answer.</summary>
    public void TagAnswer(Activity activity, string text, string? finishReason) => activity.SetTag("gen_ai.output.messages", OutputMessages(text, finishReason));

    /// <summary>The answer in the form that the conventions have for messages.</summary>
    private static string OutputMessages(string text, string? finishReason) => JsonModel.ToElement(writer =>
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("role"u8, "assistant"u8);
        writer.WriteStartArray("parts"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("content"u8, text);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("finish_reason"u8, finishReason);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }).GetRawText();
}
