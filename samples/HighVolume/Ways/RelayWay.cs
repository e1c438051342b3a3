using System.IO.Pipelines;
using System.Text;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>
/// The bytes of the stream passed on through a pipe, as a server passes them to a browser. The pipe holds 16 KB: who reads slowly slows the
/// service down instead of filling memory.
/// </summary>
internal sealed class RelayWay : IWay
{
    private static readonly PipeOptions s_options = new(pauseWriterThreshold: 16 * 1024, resumeWriterThreshold: 8 * 1024);

    public string Name => "relay";

    public async Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(s_options);
        var drained = DrainAsync(pipe.Reader, cancellationToken);
        try
        {
            var answer = await stream.RelayToAsync(pipe.Writer, cancellationToken);
            return Encoding.UTF8.GetByteCount(answer.Text);
        }
        finally
        {
            await pipe.Writer.CompleteAsync();
            await drained;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task DrainAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                await reader.CompleteAsync();
                return;
            }
        }
    }
}
