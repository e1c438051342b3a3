namespace OpenRouter.Runtime.Streaming;

/// <summary>A stream of events.</summary>
public sealed class EventStream<TEvent> : IAsyncEnumerable<TEvent>, IAsyncDisposable
    where TEvent : IStreamEvent<TEvent>
{
    internal EventStream() { }
    /// <summary>stub</summary>
    public Action<TimeSpan>? OnKeepAlive { get; set; }
    /// <summary>stub</summary>
    public string? GenerationId => throw new NotImplementedException();
    /// <summary>stub</summary>
    public AnswerOutcome Outcome => throw new NotImplementedException();
    /// <inheritdoc/>
    public IAsyncEnumerator<TEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotImplementedException();
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
