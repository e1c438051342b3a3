using System.Buffers;
using System.Runtime.InteropServices;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A pool that knows what is rented from it, takes nothing back twice, and spoils what comes back.</summary>
internal sealed class CountingPool : ArrayPool<byte>
{
    private readonly HashSet<byte[]> _rented = [];
    private TaskCompletionSource? _empty;

    /// <summary>The size of the smallest array that it gives; whoever asks for less gets more, as of any pool.</summary>
    public int MinimumSize { get; set; }

    /// <summary>How many arrays are out.</summary>
    public int Out
    {
        get
        {
            lock (_rented)
            {
                return _rented.Count;
            }
        }
    }

    /// <summary>How many arrays were ever rented.</summary>
    public int Count { get; private set; }

    /// <summary>How many arrays were given back that were not out.</summary>
    public int Refused { get; private set; }

    /// <summary>How many bytes they had together.</summary>
    public long Size { get; private set; }

    /// <summary>Waits until all arrays are back: what another thread ends may take a moment.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_rented)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _rented.Count == 0 ? Task.CompletedTask : _empty.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public override byte[] Rent(int minimumLength)
    {
        var array = new byte[Math.Max(minimumLength, MinimumSize)];
        lock (_rented)
        {
            _rented.Add(array);
            Count++;
            Size += array.Length;
        }

        return array;
    }

    public override void Return(byte[] array, bool clearArray = false)
    {
        lock (_rented)
        {
            if (!_rented.Remove(array))
            {
                Refused++;
                throw new InvalidOperationException("An array came back twice, or from another pool.");
            }

            if (_rented.Count == 0)
            {
                _empty?.TrySetResult();
            }
        }

        Array.Fill(array, (byte)'!');
    }

    /// <summary>Whether memory is part of an array that is out.</summary>
    public bool Owns(ReadOnlyMemory<byte> memory)
    {
        lock (_rented)
        {
            return MemoryMarshal.TryGetArray(memory, out var part) && _rented.Contains(part.Array!);
        }
    }
}
