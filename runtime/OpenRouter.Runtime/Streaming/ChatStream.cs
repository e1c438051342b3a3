using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <summary>A streamed chat answer.</summary>
public sealed class ChatStream<TChunk> : IAsyncEnumerable<TChunk>, IAsyncDisposable
    where TChunk : class, IChatChunk<TChunk>
{
    internal ChatStream() { }
    /// <summary>stub</summary>
    public Action<TimeSpan>? OnKeepAlive { get; set; }
    /// <summary>stub</summary>
    public ChatAnswer Answer => throw new NotImplementedException();
    /// <summary>stub</summary>
    public string? GenerationId => throw new NotImplementedException();
    /// <inheritdoc/>
    public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <summary>stub</summary>
    public IAsyncEnumerable<string> TextAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <summary>stub</summary>
    [StreamCollector]
    public Task<ChatAnswer> CollectAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <summary>stub</summary>
    public ChatStream<TChunk> AsReceived() => throw new NotImplementedException();
    /// <summary>stub</summary>
    public Task RelayToAsync(Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
