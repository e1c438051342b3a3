namespace OpenRouter.Runtime.Tests.Sockets.Http2;

/// <summary>How much may be sent; whoever wants more waits.</summary>
internal sealed class Http2Window(long size)
{
    private readonly Lock _lock = new();
    private long _size = size;
    private TaskCompletionSource? _waiting;

    /// <summary>Widens, or narrows, the window.</summary>
    public void Add(long amount)
    {
        lock (_lock)
        {
            _size += amount;
            _waiting?.TrySetResult();
            _waiting = null;
        }
    }

    /// <summary>Waits until somebody waits for room.</summary>
    public async Task<bool> EmptyAsync()
    {
        while (true)
        {
            await Task.Yield();
            lock (_lock)
            {
                if (_waiting is not null)
                {
                    return true;
                }
            }
        }
    }

    /// <summary>Lets nobody wait any more.</summary>
    public void Open() => Add(long.MaxValue / 4);

    /// <summary>Takes at most <paramref name="wanted"/> bytes, at least one.</summary>
    public async Task<int> TakeAsync(int wanted)
    {
        while (true)
        {
            Task waiting;
            lock (_lock)
            {
                if (_size > 0)
                {
                    var taken = (int)Math.Min(wanted, _size);
                    _size -= taken;
                    return taken;
                }

                _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting = _waiting.Task;
            }

            await waiting;
        }
    }
}
