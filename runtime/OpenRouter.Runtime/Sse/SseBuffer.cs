using System.Buffers;

namespace OpenRouter.Runtime.Sse;

/// <summary>
/// The bytes a parser still needs: the data of the event so far, then the line that is being received. Both live in one
/// rented array, so that data of one line is never copied and data of many lines is joined where it lies.
/// </summary>
internal sealed class SseBuffer : IDisposable
{
#if DEBUG
    private const int InitialSize = 32;
    private const int KeptSize = 64;
#else
    private const int InitialSize = 4096;
    private const int KeptSize = 1024 * 1024;
#endif

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);

    /// <summary>Where the line that is being received begins.</summary>
    public int Start { get; set; }

    /// <summary>Up to where it was searched for its end.</summary>
    public int Scanned { get; set; }

    /// <summary>Where the received bytes end.</summary>
    public int End { get; set; }

    /// <summary>Whether there is data of an event before the line.</summary>
    public bool HasData { get; private set; }

    private int DataStart { get; set; }

    private int DataLength { get; set; }

    /// <summary>The data of the event so far.</summary>
    public ReadOnlySpan<byte> Data => _bytes.AsSpan(DataStart, DataLength);

    /// <summary>The bytes of the line that were not yet searched.</summary>
    public ReadOnlySpan<byte> Unscanned => _bytes.AsSpan(Scanned, End - Scanned);

    /// <summary>The line as far as it was received.</summary>
    public ReadOnlySpan<byte> Line => _bytes.AsSpan(Start, End - Start);

    /// <summary>Some bytes.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Adds a line to the data of the event.</summary>
    public void AddData(int start, int length)
    {
        if (!HasData)
        {
            (HasData, DataStart, DataLength) = (true, start, length);
            return;
        }

        // The line began with "data" behind the data so far, so its value always moves towards the front.
        _bytes[DataStart + DataLength] = (byte)'\n';
        _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(DataStart + DataLength + 1));
        DataLength += length + 1;
    }

    /// <summary>Forgets the data of the event.</summary>
    public void ClearData() => (HasData, DataStart, DataLength) = (false, 0, 0);

    /// <summary>Gives room for at least one more byte.</summary>
    public Memory<byte> Room()
    {
        if (!HasData && Start == End)
        {
            Start = Scanned = End = 0;
            Shrink();
        }

        if (End == _bytes.Length)
        {
            MakeRoom();
        }

        return _bytes.AsMemory(End);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        (Start, Scanned, End) = (0, 0, 0);
        ClearData();
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void MakeRoom()
    {
        ObjectDisposedException.ThrowIf(_bytes.Length == 0, this);
        var old = _bytes;
        var kept = (HasData ? DataLength : 0) + End - Start;
        var isCrowded = kept > old.Length / 2;
        var target = isCrowded ? ArrayPool<byte>.Shared.Rent(checked(old.Length * 2)) : old;
        Data.CopyTo(target);
        old.AsSpan(Start, End - Start).CopyTo(target.AsSpan(DataLength));
        Scanned += DataLength - Start;
        (DataStart, Start, End) = (0, DataLength, kept);
        if (isCrowded)
        {
            _bytes = target;
            ArrayPool<byte>.Shared.Return(old);
        }
    }

    /// <summary>Gives back the room that one large event needed.</summary>
    private void Shrink()
    {
        if (_bytes.Length > KeptSize)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
        }
    }
}
