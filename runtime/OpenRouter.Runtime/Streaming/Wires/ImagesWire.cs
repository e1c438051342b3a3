using System.Text;

namespace OpenRouter.Runtime.Streaming.Wires;

/// <summary>The events of <c>/images</c>: the image that is complete, and the text that came with it.</summary>
internal sealed class ImagesWire(WireAnswer answer) : IEventWire
{
    private long _images;

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> type, ReadOnlySpan<byte> json)
    {
        var whole = WireJson.Parse(json);
        switch (Encoding.UTF8.GetString(type))
        {
            case "image_generation.text_chunk" when whole.Text("phase") is "content" or "reasoning":
                answer.Append(0, whole.Text("phase") == "content" ? WireKind.Text : WireKind.Reasoning, 0, whole.Text("text"));
                break;
            case "image_generation.completed":
                if (whole.Text("b64_json") is { } data)
                {
                    answer.Set(_images++, WireKind.Image, 0, $"data:{whole.Text("media_type") ?? "image/png"};base64,{data}");
                }

                answer.Usage = whole.Get("usage") ?? answer.Usage;
                (answer.FinishReason, answer.NativeFinishReason, answer.IsFinished) = ("stop", "completed", true);
                break;
        }
    }
}
