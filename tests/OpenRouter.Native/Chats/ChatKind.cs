using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Native.Chats;

/// <summary>A type of chunk, and how a stream of it is opened.</summary>
/// <param name="name">What a failure calls it.</param>
/// <param name="open">Asks a question through a client of these options.</param>
/// <param name="text">The text of a chunk.</param>
/// <param name="recovery">What a chunk tells of a recovery.</param>
/// <param name="refuses">Whether a part of a delta cannot be read into such a chunk.</param>
internal sealed class ChatKind<TChunk>(string name, Func<OpenRouterClientOptions, CancellationToken, ChatStream<TChunk>> open, Func<TChunk, string> text, Func<TChunk, StreamRecovery?> recovery, Func<string, bool> refuses)
    where TChunk : class, IChatChunk<TChunk>
{
    public string Name => name;

    public bool Refuses(string part) => refuses(part);

    /// <summary>Asks through a handler, or over the network when there is none.</summary>
    public ChatStream<TChunk> Open(HttpMessageHandler? handler, Action<OpenRouterClientOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new OpenRouterClientOptions { ApiKey = Script.Key, Handler = handler, Retries = RetryOptions.None };
        configure?.Invoke(options);
        return open(options, cancellationToken);
    }

    /// <summary>Asks a service that answers with a body.</summary>
    public ChatStream<TChunk> OpenBody(string body, bool isBytewise = false)
        => Open(Script.Streams(new PieceStream(isBytewise ? Wire.Bytewise(body) : [Wire.Bytes(body)])));

    /// <summary>The text of a chunk, or the recovery that it tells of.</summary>
    public string Print(TChunk chunk) => recovery(chunk) is { } told ? $"<{told.Kind} {told.DiscardsText}>" : text(chunk);
}
