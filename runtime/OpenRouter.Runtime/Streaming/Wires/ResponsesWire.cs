using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>
/// The events of <c>/responses</c>. Parts are told apart by their indexes, never by the ids of items, which some gateways
/// change from event to event. What an event of the kind <c>done</c> says counts more than the deltas before it, and the output of
/// the last event more than anything.
/// </summary>
internal sealed class ResponsesWire(WireAnswer answer) : IEventWire
{
    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> type, ReadOnlySpan<byte> json)
    {
        switch (type.StartsWith("response."u8) ? Encoding.UTF8.GetString(type["response.".Length..]) : "")
        {
            case "output_text.delta":
                Append(WireKind.Text, json);
                break;
            case "refusal.delta":
                Append(WireKind.Refusal, json);
                break;
            case "reasoning_text.delta":
                Append(WireKind.Reasoning, json);
                break;
            case "reasoning_summary_text.delta":
                Append(WireKind.Summary, json);
                break;
            case "function_call_arguments.delta":
                Append(WireKind.Tool, json);
                break;
            case "custom_tool_call_input.delta":
                Append(WireKind.PlainTool, json);
                break;
            case "output_text.done":
                SetText(WireKind.Text, WireJson.Parse(json), "text");
                break;
            case "refusal.done":
                SetText(WireKind.Refusal, WireJson.Parse(json), "refusal");
                break;
            case "reasoning_text.done":
                SetText(WireKind.Reasoning, WireJson.Parse(json), "text");
                break;
            case "reasoning_summary_text.done":
                SetText(WireKind.Summary, WireJson.Parse(json), "text");
                break;
            case "function_call_arguments.done":
                SetText(WireKind.Tool, WireJson.Parse(json), "arguments");
                break;
            case "custom_tool_call_input.done":
                SetText(WireKind.PlainTool, WireJson.Parse(json), "input");
                break;
            case "content_part.done" or "reasoning_summary_part.done":
                ReadPart(WireJson.Parse(json));
                break;
            case "output_text.annotation.added":
                Annotate(WireJson.Parse(json));
                break;
            case "output_item.added":
                ReadItem(WireJson.Parse(json), isDone: false);
                break;
            case "output_item.done":
                ReadItem(WireJson.Parse(json), isDone: true);
                break;
            case "created" or "in_progress" or "queued":
                ReadHead(WireJson.Parse(json));
                break;
            case "completed" or "incomplete" or "failed":
                ReadEnd(WireJson.Parse(json));
                break;
        }
    }

    private void Append(WireKind kind, ReadOnlySpan<byte> json)
    {
        var delta = WireDelta.Read(json);
        var part = IsCall(kind) ? 0 : delta.Part;
        answer.Append(delta.Item, kind, part, delta.Piece);
        if (kind == WireKind.Text && delta.Logprobs is { } logprobs)
        {
            answer.At(delta.Item, kind, part)?.AddLogprobs(json[logprobs]);
        }
    }

    private void SetText(WireKind kind, JsonElement json, string member)
    {
        var part = IsCall(kind) ? 0 : Part(json);
        answer.Set(Item(json), kind, part, json.TextOrEmpty(member));
        if (kind == WireKind.Text && json.Get("logprobs") is { } logprobs)
        {
            answer.At(Item(json), kind, part)?.SetLogprobs(logprobs);
        }
    }

    private void ReadPart(JsonElement json)
    {
        if (json.Get("part") is { } part)
        {
            WireItem.ReadPart(answer, Item(json), Part(json), part);
        }
    }

    private void Annotate(JsonElement json)
    {
        if (json.Get("annotation") is { } annotation)
        {
            answer.At(Item(json), WireKind.Text, json.Number("content_index") ?? 0)?.Annotate(annotation, json.Number("annotation_index"));
        }
    }

    private void ReadItem(JsonElement json, bool isDone)
    {
        if (json.Get("item") is { } item)
        {
            WireItem.Read(answer, Item(json), item, isDone);
        }
    }

    private JsonElement ReadHead(JsonElement json)
    {
        var response = json.Get("response") ?? default;
        answer.SetHead(response);
        answer.Usage = response.Get("usage") ?? answer.Usage;
        return response;
    }

    private void ReadEnd(JsonElement json)
    {
        var response = ReadHead(json);
        var output = response.Items("output");
        if (output.Count > 0)
        {
            answer.DropAll();
        }

        for (var index = 0; index < output.Count; index++)
        {
            WireItem.Read(answer, index, output[index], isDone: true);
        }

        var status = response.Text("status") ?? json.Text("type")!["response.".Length..];
        var reason = (response.Get("incomplete_details") ?? default).Text("reason");
        (answer.FinishReason, answer.NativeFinishReason) = status switch
        {
            "completed" => (answer.HasToolCalls ? "tool_calls" : "stop", status),
            "incomplete" => (reason is null or "max_output_tokens" ? "length" : reason, reason ?? status),
            "failed" => ("error", (response.Get("error") ?? default).Text("code") ?? status),
            _ => (status, status),
        };
        answer.IsFinished = status is "completed" or "incomplete";
        if (status == "failed")
        {
            answer.Error ??= response.Get("error") ?? response;
        }
    }

    /// <summary>A call is the only part of its item.</summary>
    private static bool IsCall(WireKind kind) => kind is WireKind.Tool or WireKind.PlainTool;

    private static long Part(JsonElement json) => json.Number("content_index") ?? json.Number("summary_index") ?? 0;

    private static long Item(JsonElement json) => json.Number("output_index") ?? 0;
}
