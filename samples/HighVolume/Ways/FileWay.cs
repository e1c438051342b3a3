using System.Globalization;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>
/// A file an answer, written from the receive buffer. It has the name of a part until the answer is whole, so that nobody takes a piece for
/// an answer.
/// </summary>
internal sealed class FileWay(string folder) : IWay
{
    public string Name => "file";

    public async Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, number.ToString("D6", CultureInfo.InvariantCulture) + ".txt");
        var part = path + ".part";
        long bytes;
        await using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 8 * 1024 }))
        {
            await foreach (var piece in stream.AsUtf8())
            {
                await file.WriteAsync(piece.Memory, cancellationToken);
            }

            bytes = file.Length;
        }

        if (stream.Answer.FinishReason == "stop")
        {
            File.Move(part, path, overwrite: true);
        }

        return bytes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
