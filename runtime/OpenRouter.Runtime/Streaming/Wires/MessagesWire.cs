using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>
/// The events of <c>/messages</c>. A message that begins drops what there was, for it begins anew; counts of tokens are
/// totals each time they come.
/// </summary>
internal sealed class MessagesWire(WireAnswer answer) : IEventWire
{
    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> type, ReadOnlySpan<byte> json)
    {
        switch (Encoding.UTF8.GetString(type))
        {
            case "content_block_delta":
                Append(json);
                break;
            case "message_start":
                Begin(WireJson.Parse(json).Get("message") ?? default);
                break;
            case "content_block_start":
                BeginBlock(WireJson.Parse(json));
                break;
            case "message_delta":
                ReadEnd(WireJson.Parse(json));
                break;
            case "message_stop":
                answer.SetProvider(WireJson.Parse(json).Provider());
                answer.IsFinished = true;
                break;
        }
    }

    private void Append(ReadOnlySpan<byte> json)
    {
        var delta = BlockDelta.Read(json);
        switch (delta.Kind)
        {
            case BlockDelta.Target.Text:
                answer.Append(delta.Index, WireKind.Text, 0, delta.Piece);
                break;
            case BlockDelta.Target.Input when answer.Has(delta.Index, WireKind.Tool):
                answer.Append(delta.Index, WireKind.Tool, 0, delta.Piece);
                break;
            case BlockDelta.Target.Thinking:
                answer.Append(delta.Index, WireKind.Reasoning, 0, delta.Piece);
                break;
            case BlockDelta.Target.Signature:
                answer.At(delta.Index, WireKind.Reasoning)?.SetSignature(delta.Piece!);
                break;
            case null:
                ReadCitation(WireJson.Parse(json));
                break;
        }
    }

    private void ReadCitation(JsonElement json)
    {
        if ((json.Get("delta") ?? default).Get("citation") is { } citation)
        {
            answer.At(json.Number("index") ?? 0, WireKind.Text)?.Annotate(citation, null);
        }
    }

    private void Begin(JsonElement message)
    {
        answer.DropAll();
        (answer.Usage, answer.FinishReason, answer.NativeFinishReason, answer.IsFinished) = (null, null, null, false);
        answer.SetHead(message);
        ReadUsage(message);
        var index = 0L;
        foreach (var block in message.Items("content"))
        {
            BeginBlock(index++, block);
        }
    }

    private void BeginBlock(JsonElement json)
    {
        if (json.Get("content_block") is { } block)
        {
            BeginBlock(json.Number("index") ?? 0, block);
        }
    }

    private void BeginBlock(long index, JsonElement block)
    {
        answer.Drop(index);
        switch (block.Text("type"))
        {
            case "text":
                answer.Set(index, WireKind.Text, 0, block.TextOrEmpty("text"));
                answer.At(index, WireKind.Text)?.SetAnnotations(block.Items("citations"));
                break;
            case "thinking":
                answer.Set(index, WireKind.Reasoning, 0, block.TextOrEmpty("thinking"));
                answer.At(index, WireKind.Reasoning)?.SetJson(block);
                break;
            case "redacted_thinking":
                answer.At(index, WireKind.Detail)?.SetJson(block);
                break;
            case "tool_use":
                var slot = answer.At(index, WireKind.Tool);
                slot?.SetHead(block.Text("id"), block.Text("name"));
                slot?.SetPlaceholder(block.Get("input")?.GetRawText());
                break;
        }
    }

    private void ReadEnd(JsonElement json)
    {
        ReadUsage(json);
        var delta = json.Get("delta") ?? default;
        if (delta.Text("stop_reason") is not { } reason)
        {
            return;
        }

        answer.NativeFinishReason = reason;
        answer.FinishReason = reason switch
        {
            "end_turn" or "stop_sequence" => "stop",
            "max_tokens" => "length",
            "tool_use" => "tool_calls",
            "refusal" => "content_filter",
            _ => reason,
        };
        if ((delta.Get("stop_details") ?? default).Text("explanation") is { } explanation)
        {
            // Behind every block.
            answer.Set(long.MaxValue, WireKind.Refusal, 0, explanation);
        }
    }

    private void ReadUsage(JsonElement json)
    {
        if (json.Get("usage") is { ValueKind: JsonValueKind.Object } usage)
        {
            answer.Usage = WireUsage.Corrected(answer.Usage, usage);
            answer.SetServiceTier(usage.Text("service_tier"));
        }
    }
}
