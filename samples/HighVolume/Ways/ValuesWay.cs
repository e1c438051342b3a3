using System.Text;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>Chunks as values: all that a chunk says, and no object for each.</summary>
internal sealed class ValuesWay : IWay
{
    public string Name => "values";

    public async Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        await foreach (var chunk in stream.AsValues())
        {
            bytes += Encoding.UTF8.GetByteCount(chunk.Text ?? "");
        }

        return bytes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
