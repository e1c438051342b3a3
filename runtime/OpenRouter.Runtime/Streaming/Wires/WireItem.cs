using System.Text.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>Reads an item of the output of <c>/responses</c>.</summary>
internal static class WireItem
{
    /// <summary>Takes an item; one that is done says what is true, one that begins says what it has so far.</summary>
    public static void Read(WireAnswer answer, long index, JsonElement item, bool isDone)
    {
        switch (item.Text("type"))
        {
            case "message" or "reasoning" when isDone:
                ReadParts(answer, index, item);
                break;
            case "function_call":
                ReadCall(answer, index, item, WireKind.Tool, "arguments", isDone);
                break;
            case "custom_tool_call":
                ReadCall(answer, index, item, WireKind.PlainTool, "input", isDone);
                break;
            case "image_generation_call" when item.Text("result") is { } data:
                answer.Set(index, WireKind.Image, 0, $"data:image/{item.Text("output_format") ?? "png"};base64,{data}");
                break;
        }
    }

    /// <summary>Takes a part that is done.</summary>
    public static void ReadPart(WireAnswer answer, long item, long index, JsonElement part)
    {
        switch (part.Text("type"))
        {
            case "output_text":
                answer.Set(item, WireKind.Text, index, part.TextOrEmpty("text"));
                if (answer.At(item, WireKind.Text, index) is { } slot)
                {
                    slot.SetAnnotations(part.Items("annotations"));
                    slot.SetLogprobs(part.Get("logprobs") ?? default);
                }

                break;
            case "refusal":
                answer.Set(item, WireKind.Refusal, index, part.TextOrEmpty("refusal"));
                break;
            case "reasoning_text":
                answer.Set(item, WireKind.Reasoning, index, part.TextOrEmpty("text"));
                break;
            case "summary_text":
                answer.Set(item, WireKind.Summary, index, part.TextOrEmpty("text"));
                break;
        }
    }

    private static void ReadParts(WireAnswer answer, long index, JsonElement item)
    {
        foreach (var list in (ReadOnlySpan<string>)["content", "summary"])
        {
            var parts = item.Items(list);
            for (var number = 0; number < parts.Count; number++)
            {
                ReadPart(answer, index, number, parts[number]);
            }
        }

        // Reasoning is sent back as the item that it is.
        if (item.Text("type") == "reasoning")
        {
            answer.At(index, WireKind.Detail)?.SetJson(item);
        }
    }

    private static void ReadCall(WireAnswer answer, long index, JsonElement item, WireKind kind, string member, bool isDone)
    {
        if (answer.At(index, kind) is not { } slot)
        {
            return;
        }

        slot.SetHead(item.Text("call_id") ?? item.Text("id"), item.Text("name"));
        var input = item.TextOrEmpty(member) ?? (item.Get(member) is { } other && other.ValueKind != JsonValueKind.String ? other.GetRawText() : null);
        if (input is { Length: > 0 } && (isDone || !slot.HasText))
        {
            // What an item has when it begins may come once more as deltas.
            if (isDone)
            {
                slot.Set(input);
            }
            else
            {
                slot.SetPlaceholder(input);
            }
        }
    }
}
