using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>Tells a part of an answer in the words of chat.</summary>
internal static class WireDescription
{
    public static void Tell(WireKind kind, long part, WireSlot slot, ChatAccumulator answer)
    {
        switch (kind)
        {
            case WireKind.Reasoning:
                answer.Reasoning(0, slot.Text);
                TellDetail(slot, answer);
                break;
            case WireKind.Summary:
                answer.Reasoning(0, part > 0 && slot.HasText ? "\n\n" + slot.Text : slot.Text);
                break;
            case WireKind.Detail:
                TellDetail(slot, answer);
                break;
            case WireKind.Text:
                answer.Text(0, slot.Text);
                TellNotes(slot, answer);
                break;
            case WireKind.Refusal:
                answer.Refusal(0, slot.Text);
                break;
            case WireKind.Tool:
                answer.ToolCall(0, null, slot.Head.Id, slot.Head.Name, slot.HasText ? slot.Text : slot.Placeholder);
                break;
            case WireKind.PlainTool:
                answer.ToolCall(0, null, slot.Head.Id, slot.Head.Name, ChatEnd.Element(slot.HasText ? slot.Text : slot.Placeholder ?? "").GetRawText());
                break;
            case WireKind.Image:
                answer.Image(0, new JsonBody(writer => WriteImage(writer, slot.Text)));
                break;
        }
    }

    private static void TellNotes(WireSlot slot, ChatAccumulator answer)
    {
        foreach (var annotation in slot.Annotations)
        {
            answer.Annotation(0, ChatEnd.Writable(RawJson.Parse(annotation)));
        }

        if (slot.Logprobs.ToLogprobs() is { } logprobs)
        {
            answer.Logprobs(0, new JsonBody(writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("content"u8);
                JsonWrite.List(writer, logprobs.Content, JsonWrite.Element);
                writer.WriteEndObject();
            }));
        }
    }

    private static void TellDetail(WireSlot slot, ChatAccumulator answer)
    {
        if (slot.Json is null)
        {
            return;
        }

        var entry = new ReasoningEntry(slot.Json);
        if (slot.HasText)
        {
            entry.Set("thinking", ChatEnd.Element(slot.Text));
        }

        if (slot.Signature is { } signature)
        {
            entry.Set("signature", ChatEnd.Element(signature));
        }

        answer.ReasoningDetails(0, JsonModel.Write(new JsonBody(writer => JsonWrite.List(writer, [entry.ToElement()], JsonWrite.Element)), JsonFormat.Wire));
    }

    private static void WriteImage(JsonWriter writer, string url)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "image_url"u8);
        writer.WriteStartObject("image_url"u8);
        writer.WriteString("url"u8, url);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
