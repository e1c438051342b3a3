using OpenRouter.Core;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Runtime.Http;

/// <summary>Sends requests.</summary>
public sealed class ApiTransport : IDisposable
{
    /// <summary>stub</summary>
    public ApiTransport(OpenRouterClientOptions options, Uri defaultBaseAddress) => throw new NotImplementedException();
    /// <summary>stub</summary>
    public Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonReadable<T> => throw new NotImplementedException();
    /// <summary>stub</summary>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
    /// <summary>stub</summary>
    public Task<T> SendAsync<T>(ApiRequest request, ItemReader<T> reader, CancellationToken cancellationToken) => throw new NotImplementedException();
    /// <summary>stub</summary>
    public Task<BinaryResponse> SendForBytesAsync(ApiRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
    /// <summary>stub</summary>
    public ChatStream<TChunk> StreamChat<TChunk>(ApiRequest request, CancellationToken cancellationToken)
        where TChunk : class, IChatChunk<TChunk> => throw new NotImplementedException();
    /// <summary>stub</summary>
    public EventStream<TEvent> StreamEvents<TEvent>(ApiRequest request, CancellationToken cancellationToken)
        where TEvent : IStreamEvent<TEvent> => throw new NotImplementedException();
    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
}
