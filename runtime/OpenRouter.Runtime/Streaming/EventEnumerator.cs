namespace OpenRouter.Runtime.Streaming;

/// <summary>Hands out the events of a stream.</summary>
/// <typeparam name="TEvent">The type of an event.</typeparam>
internal sealed class EventEnumerator<TEvent>(EventPump<TEvent> pump) : IAsyncEnumerator<TEvent>
    where TEvent : IStreamEvent<TEvent>
{
    /// <inheritdoc/>
    public TEvent Current => pump.Current;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => pump.MoveNextAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        pump.Dispose();
        return ValueTask.CompletedTask;
    }
}
