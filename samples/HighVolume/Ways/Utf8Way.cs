using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>Text alone, in UTF-8, as it lies in the receive buffer: no string is made.</summary>
internal sealed class Utf8Way : IWay
{
    public string Name => "utf8";

    public async Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken)
    {
        var bytes = 0L;
        await foreach (var piece in stream.AsUtf8())
        {
            bytes += piece.Utf8.Length;
        }

        return bytes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
