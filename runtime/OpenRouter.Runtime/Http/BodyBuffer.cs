using System.Buffers;

namespace OpenRouter.Runtime.Http;

/// <summary>A body that was read to its end or to a limit, in rented memory.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int InitialSize = 16 * 1024;
    private readonly ArrayPool<byte> _pool;
    private byte[] _bytes;
    private int _length;

    private BodyBuffer(ArrayPool<byte> pool) => (_pool, _bytes) = (pool, pool.Rent(InitialSize));

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads at most <paramref name="limit"/> bytes.</summary>
    public static Task<BodyBuffer> ReadAsync(Stream body, int limit, ArrayPool<byte> pool, CancellationToken cancellationToken)
        => ReadAsync(body, limit, limit, static _ => false, pool, cancellationToken);

    /// <summary>Reads at most <paramref name="limit"/> bytes, or <paramref name="raised"/> when those show that the body is worth it.</summary>
    public static async Task<BodyBuffer> ReadAsync(Stream body, int limit, int raised, Predicate<ReadOnlyMemory<byte>> isWorthMore, ArrayPool<byte> pool, CancellationToken cancellationToken)
    {
        var buffer = new BodyBuffer(pool);
        try
        {
            while (true)
            {
                if (buffer._length == limit && limit < raised && isWorthMore(buffer._bytes.AsMemory(0, limit)))
                {
                    limit = raised;
                }

                var room = buffer.Room(limit);
                var count = await body.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                // One byte beyond the limit is enough to know; it is not kept.
                if (buffer._length == limit)
                {
                    buffer.IsCut = true;
                    break;
                }

                buffer._length += count;
            }

            return buffer;
        }
        catch (Exception exception) when (exception is InvalidDataException || exception.GetType() == typeof(InvalidOperationException))
        {
            // What the decoders of .NET throw at a body that is not what its encoding says.
            buffer.Dispose();
            throw new IOException("The body could not be decompressed.", exception);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var bytes = _bytes;
        (_bytes, _length) = ([], 0);
        if (bytes.Length > 0)
        {
            _pool.Return(bytes);
        }
    }

    /// <summary>Where the next bytes go: never more than up to the limit, but at least one.</summary>
    private Memory<byte> Room(int limit)
    {
        if (_length == limit)
        {
            return new byte[1];
        }

        if (_length == _bytes.Length)
        {
            Grow(limit);
        }

        return _bytes.AsMemory(_length, Math.Min(_bytes.Length, limit) - _length);
    }

    private void Grow(int limit)
    {
        var larger = _pool.Rent((int)Math.Min(limit, _bytes.Length * 2L));
        Bytes.CopyTo(larger);
        _pool.Return(_bytes);
        _bytes = larger;
    }
}
