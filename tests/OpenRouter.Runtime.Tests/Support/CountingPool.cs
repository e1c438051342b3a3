using System.Buffers;
using System.Runtime.InteropServices;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A pool that knows what is rented from it, takes nothing back twice, and spoils what comes back.</summary>
internal sealed class CountingPool : ArrayPool<byte>
{
    private readonly HashSet<byte[]> _rented = [];

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

    /// <summary>How many bytes they had together.</summary>
    public long Size { get; private set; }

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
                throw new InvalidOperationException("An array came back twice, or from another pool.");
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
