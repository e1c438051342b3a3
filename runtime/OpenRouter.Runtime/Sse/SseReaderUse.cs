namespace OpenRouter.Runtime.Sse;

/// <summary>Who uses a reader: nobody, one read, or nobody any more.</summary>
internal sealed class SseReaderUse
{
    private const int Idle = 0;
    private const int Reading = 1;
    private const int Disposed = 2;
    private int _state;

    /// <summary>Whether all use has ended.</summary>
    public bool IsDisposed => Volatile.Read(ref _state) == Disposed;

    /// <summary>Whether nobody reads.</summary>
    public bool IsIdle => Volatile.Read(ref _state) == Idle;

    /// <summary>Refuses what cannot be read now.</summary>
    public void Check()
    {
        var state = Volatile.Read(ref _state);
        if (state != Idle)
        {
            Refuse(state);
        }
    }

    /// <summary>Begins a read that waits for bytes.</summary>
    public void Begin()
    {
        var state = Interlocked.CompareExchange(ref _state, Reading, Idle);
        if (state != Idle)
        {
            Refuse(state);
        }
    }

    /// <summary>Ends such a read; false when the reader was disposed meanwhile.</summary>
    public bool End() => Interlocked.CompareExchange(ref _state, Idle, Reading) == Reading;

    /// <summary>Ends all use; true when the buffer is no longer written to.</summary>
    public bool Dispose() => Interlocked.Exchange(ref _state, Disposed) == Idle;

    private static void Refuse(int state)
    {
        ObjectDisposedException.ThrowIf(state == Disposed, typeof(SseReader));
        throw new InvalidOperationException("An earlier read of these events has not ended. Await it before reading on.");
    }
}
