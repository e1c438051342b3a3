using System.Runtime.ExceptionServices;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Streaming.Sharing;

/// <summary>The last chunks of a stream, for readers that come and go. Safe for use by many threads.</summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
/// <param name="capacity">How many are kept.</param>
internal sealed class ChunkLog<TChunk>(int capacity)
    where TChunk : class
{
    private readonly object _gate = new();
    private readonly TChunk[] _kept = new TChunk[capacity];
    private TaskCompletionSource? _more;
    private ExceptionDispatchInfo? _failure;
    private long _next;
    private bool _isEnded;

    /// <summary>The number of the next chunk that will come.</summary>
    public long Next
    {
        get
        {
            lock (_gate)
            {
                return _next;
            }
        }
    }

    /// <summary>Adds a chunk; the oldest goes when there are too many.</summary>
    public void Add(TChunk chunk)
    {
        lock (_gate)
        {
            _kept[_next++ % capacity] = chunk;
            Wake();
        }
    }

    /// <summary>Tells that no more will come.</summary>
    /// <param name="failure">What every reader is to be thrown.</param>
    public void End(Exception? failure)
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            _isEnded = true;
            _failure = failure is null ? null : ExceptionDispatchInfo.Capture(failure);
            Wake();
        }
    }

    /// <summary>Reads the chunk of a number.</summary>
    /// <returns>The chunk; what to wait for when it has not come yet; neither at the end.</returns>
    /// <exception cref="ReaderDroppedException">The chunk is gone.</exception>
    public (TChunk? Chunk, Task? More) Read(long number)
    {
        lock (_gate)
        {
            if (number < _next - capacity)
            {
                throw new ReaderDroppedException(_next - capacity - number, capacity);
            }

            if (number < _next)
            {
                return (_kept[number % capacity], null);
            }

            if (!_isEnded)
            {
                _more ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return (null, _more.Task);
            }
        }

        _failure?.Throw();
        return (null, null);
    }

    private void Wake()
    {
        _more?.TrySetResult();
        _more = null;
    }
}
