using System.Runtime.CompilerServices;

namespace OpenRouter.Testing.Wire;

/// <summary>
/// Goes on as what comes from a network does: never at once, and in the queue that all threads of the pool share. In the queue of one
/// thread the newest goes first, so that on a busy machine what waits longest, such as the end of a stream that was read, would wait for ever.
/// </summary>
internal readonly struct NetworkTurn : ICriticalNotifyCompletion
{
    public bool IsCompleted => false;

    public NetworkTurn GetAwaiter() => this;

    public void GetResult()
    {
        // Nothing to give.
    }

    public void OnCompleted(Action continuation) => ThreadPool.QueueUserWorkItem(static go => go(), continuation, preferLocal: false);

    public void UnsafeOnCompleted(Action continuation) => ThreadPool.UnsafeQueueUserWorkItem(static go => go(), continuation, preferLocal: false);
}
