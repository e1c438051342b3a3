using System.Text;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>Text gathered for a while: for displays, and for sinks that are dear to call.</summary>
internal sealed class BatchWay : IWay
{
    public string Name => "batch";

    public async Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        await foreach (var text in stream.BatchAsync(TimeSpan.FromMilliseconds(50), cancellationToken: cancellationToken))
        {
            bytes += Encoding.UTF8.GetByteCount(text);
        }

        return bytes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
