namespace OpenRouter.Runtime.Http;

/// <summary>An answer that is no JSON: sound, a film, a file. Dispose it; what has not been read by then is not fetched.</summary>
public sealed class BinaryResponse : IDisposable, IAsyncDisposable
{
    private readonly ApiResponse _response;
    private bool _isDisposed;

    internal BinaryResponse(ApiResponse response, Stream content)
    {
        _response = response;
        Content = content;
    }

    /// <summary>The bytes, as they arrive.</summary>
    public Stream Content { get; }

    /// <summary>The media type.</summary>
    public string? ContentType => _response.ContentType;

    /// <summary>How many bytes there are, when the service says so.</summary>
    public long? ContentLength => _response.ContentLength;

    /// <summary>The id of the generation.</summary>
    public string? GenerationId => _response.GenerationId;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        BodyCut.Cut(Content);
        _response.Dispose();
        Content.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
