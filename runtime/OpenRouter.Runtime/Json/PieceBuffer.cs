using System.Buffers;

namespace OpenRouter.Runtime.Json;

/// <summary>
/// Bytes in rented pieces. What is written once is never moved, however much follows. The pieces go back when the last holder
/// has let them go: the one who made the buffer holds it from the beginning.
/// </summary>
internal sealed class PieceBuffer
{
    private const int FirstSize = 16 * 1024;
    private const int LargestSize = 1024 * 1024;
    private readonly ArrayPool<byte> _pool;
    private List<Piece>? _full;
    private byte[] _piece;
    private int _used;
    private int _holders = 1;

    /// <summary>Begins an empty buffer.</summary>
    public PieceBuffer(ArrayPool<byte> pool)
    {
        _pool = pool;
        _piece = pool.Rent(FirstSize);
    }

    /// <summary>How much was written.</summary>
    public long Length
    {
        get
        {
            long length = 0;
            for (var i = 0; i < Count; i++)
            {
                length += this[i].Length;
            }

            return length;
        }
    }

    /// <summary>How many pieces there are.</summary>
    public int Count => (_full?.Count ?? 0) + 1;

    /// <summary>The bytes of one piece.</summary>
    public ReadOnlyMemory<byte> this[int index] => _full is { } full && index < full.Count ? full[index].Bytes.AsMemory(0, full[index].Length) : _piece.AsMemory(0, _used);

    /// <summary>The place for what is written next.</summary>
    /// <param name="atLeast">How much room is needed.</param>
    public Span<byte> Room(int atLeast)
    {
        if (_piece.Length - _used < atLeast)
        {
            BeginPiece(atLeast);
        }

        return _piece.AsSpan(_used);
    }

    /// <summary>So much was written into the room.</summary>
    public void Advance(int count) => _used += count;

    /// <summary>Appends bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var room = _piece.AsSpan(_used);
            if (bytes.Length <= room.Length)
            {
                bytes.CopyTo(room);
                _used += bytes.Length;
                return;
            }

            bytes[..room.Length].CopyTo(room);
            _used += room.Length;
            bytes = bytes[room.Length..];
            BeginPiece(Math.Min(bytes.Length, LargestSize));
        }
    }

    /// <summary>All bytes at once: the piece if there is only one, a copy if there are more.</summary>
    public ReadOnlySpan<byte> Whole() => _full is null ? _piece.AsSpan(0, _used) : ToArray();

    /// <summary>A copy of all bytes.</summary>
    public byte[] ToArray()
    {
        var all = new byte[Length];
        var at = 0;
        for (var i = 0; i < Count; i++)
        {
            this[i].Span.CopyTo(all.AsSpan(at));
            at += this[i].Length;
        }

        return all;
    }

    /// <summary>Keeps the pieces until <see cref="LetGo"/>; false when they have gone back already.</summary>
    public bool TryHold()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Ends one hold; the last one gives the pieces back.</summary>
    public void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) != 0)
        {
            return;
        }

        for (var i = 0; i < Count - 1; i++)
        {
            _pool.Return(_full![i].Bytes);
        }

        _pool.Return(_piece);
        (_full, _piece, _used) = (null, [], 0);
    }

    private void BeginPiece(int atLeast)
    {
        var next = _pool.Rent(Math.Max(atLeast, (int)Math.Min(LargestSize, _piece.Length * 2L)));
        (_full ??= []).Add(new Piece(_piece, _used));
        (_piece, _used) = (next, 0);
    }

    /// <summary>A piece that is full. A class, since lists of structs are compiled anew for each struct.</summary>
    private sealed class Piece(byte[] bytes, int length)
    {
        public byte[] Bytes => bytes;

        public int Length => length;
    }
}
