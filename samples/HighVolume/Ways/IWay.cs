using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Streaming;

namespace HighVolume.Ways;

/// <summary>A way of reading a stream. One object reads many at the same time.</summary>
internal interface IWay : IAsyncDisposable
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="number">Its number in this run.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>How many bytes of UTF-8 its text has.</returns>
    Task<long> ReadAsync(ChatStream<StreamingChatResponse> stream, int number, CancellationToken cancellationToken);
}
