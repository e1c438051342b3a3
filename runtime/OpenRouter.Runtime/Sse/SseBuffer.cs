using System.Buffers;

namespace OpenRouter.Runtime.Sse;

/// <summary>
/// The bytes a parser still needs: the data of the event so far, then the line that is being received. Both live in one
/// array, so that data of one line is never copied and data of many lines is joined where it lies.
/// </summary>
/// <param name="ceiling">The most bytes that it may have to hold; it never grows beyond them.</param>
internal sealed class SseBuffer(int ceiling) : IDisposable
{
#if DEBUG
    private const int InitialSize = 32;
    private const int KeptSize = 64;
    private const int FastSize = 64;
#else
    private const int InitialSize = 4096;
    private const int KeptSize = 1024 * 1024;
    private const int FastSize = 32 * 1024;
#endif

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private bool _isRented = true;
    private bool _wasFull;

    /// <summary>Where the line that is being received begins.</summary>
    public int Start { get; private set; }

    /// <summary>Up to where it was searched for its end.</summary>
    public int Scanned { get; private set; }

    /// <summary>Where the received bytes end.</summary>
    public int End { get; private set; }

    /// <summary>Whether there is data of an event before the line.</summary>
    public bool HasData { get; private set; }

    /// <summary>How many bytes were searched or moved so far; in proportion to the body, however it is cut.</summary>
    public long Work { get; private set; }

    /// <summary>The data of the event so far.</summary>
    public ReadOnlySpan<byte> Data => _bytes.AsSpan(DataStart, DataLength);

    /// <summary>The bytes of the line that were not yet searched.</summary>
    public ReadOnlySpan<byte> Unscanned => _bytes.AsSpan(Scanned, End - Scanned);

    /// <summary>The line as far as it was received.</summary>
    public ReadOnlySpan<byte> Line => _bytes.AsSpan(Start, End - Start);

    /// <summary>What lies before the data of the event: of an event in one piece, the beginning of its lines.</summary>
    public ReadOnlySpan<byte> BeforeData => _bytes.AsSpan(0, DataStart);

    /// <summary>What lies between the data of the event and the line that is being received.</summary>
    public ReadOnlySpan<byte> AfterData => Start > DataStart + DataLength ? _bytes.AsSpan(DataStart + DataLength, Start - DataStart - DataLength) : default;

    private int DataStart { get; set; }

    private int DataLength { get; set; }

    /// <summary>Some bytes.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Refuses a count of bytes for which there was no room.</summary>
    public void CheckRoom(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - End);
    }

    /// <summary>Takes bytes that were put into the room.</summary>
    public void Add(int count)
    {
        End += count;
        _wasFull = End == _bytes.Length;
    }

    /// <summary>Begins the line behind bytes that need no more attention.</summary>
    public void StartAt(int position)
    {
        Work += position - Scanned;
        Start = Scanned = position;
    }

    /// <summary>Notes that the line has no end as far as it was received.</summary>
    public void NoteUnfinished()
    {
        Work += End - Scanned;
        Scanned = End;
    }

    /// <summary>Forgets the line but for its first bytes.</summary>
    public void CutLine(int length) => End = Scanned = Start + length;

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
        Work += length;
    }

    /// <summary>Forgets the data of the event.</summary>
    public void ClearData() => (HasData, DataStart, DataLength) = (false, 0, 0);

    /// <summary>Gives room for at least one more byte.</summary>
    public Memory<byte> Room()
    {
        ObjectDisposedException.ThrowIf(_bytes.Length == 0, this);
        if (!HasData && Start == End)
        {
            Start = Scanned = End = 0;
            Resize();
        }

        if (End == _bytes.Length)
        {
            MakeRoom();
        }

        return _bytes.AsMemory(End);
    }

    /// <inheritdoc/>
    public void Dispose() => Replace([], isRented: false);

    private void MakeRoom()
    {
        var old = _bytes;
        var kept = DataLength + End - Start;
        if (kept >= ceiling)
        {
            throw new InvalidOperationException("The parser holds as many bytes as an event may have. Read until it needs bytes before pushing more.");
        }

        var isCrowded = kept > old.Length / 2 && old.Length < ceiling;
        var isDoubled = old.Length <= ceiling / 2;
        var target = !isCrowded ? old
            : isDoubled ? ArrayPool<byte>.Shared.Rent(old.Length * 2)
            : GC.AllocateUninitializedArray<byte>(ceiling);
        Move(target);
        if (isCrowded)
        {
            Replace(target, isDoubled);
        }
    }

    private void Move(byte[] target)
    {
        var line = Line;
        if (DataStart > 0 || target != _bytes)
        {
            Data.CopyTo(target);
            Work += DataLength;
        }

        line.CopyTo(target.AsSpan(DataLength));
        Work += line.Length;
        Scanned += DataLength - Start;
        (DataStart, Start, End) = (0, DataLength, DataLength + line.Length);
    }

    /// <summary>Gives back the room that one large event needed, and takes more where bytes come faster than they are read.</summary>
    private void Resize()
    {
        if (_bytes.Length > KeptSize)
        {
            Replace(ArrayPool<byte>.Shared.Rent(InitialSize), isRented: true);
        }
        else if (_wasFull && _bytes.Length < FastSize && _bytes.Length * 2 <= ceiling)
        {
            Replace(ArrayPool<byte>.Shared.Rent(_bytes.Length * 2), isRented: true);
        }

        _wasFull = false;
    }

    private void Replace(byte[] bytes, bool isRented)
    {
        if (_isRented)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        (_bytes, _isRented) = (bytes, isRented);
    }
}
