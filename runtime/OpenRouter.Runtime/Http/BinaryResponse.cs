namespace OpenRouter.Runtime.Http;

/// <summary>An answer that is no JSON. Dispose it.</summary>
public sealed class BinaryResponse : IDisposable, IAsyncDisposable
{
    internal BinaryResponse() { }
    /// <summary>The bytes.</summary>
    public Stream Content => throw new NotImplementedException();
    /// <summary>The media type.</summary>
    public string? ContentType => throw new NotImplementedException();
    /// <summary>The id of the generation.</summary>
    public string? GenerationId => throw new NotImplementedException();
    /// <inheritdoc/>
    public void Dispose() => throw new NotImplementedException();
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
