using System.Buffers;

namespace OpenRouter.Runtime.Http;

/// <summary>A body that was read to its end or to a limit, in rented memory.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int InitialSize = 16 * 1024;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    private BodyBuffer()
    {
    }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads at most <paramref name="limit"/> bytes.</summary>
    public static async Task<BodyBuffer> ReadAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var buffer = new BodyBuffer();
        try
        {
            while (!buffer.IsCut)
            {
                buffer.Grow();
                var count = await body.ReadAsync(buffer._bytes.AsMemory(buffer._length), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                {
                    break;
                }

                buffer.IsCut = count > limit - buffer._length;
                buffer._length = Math.Min(limit, buffer._length + count);
            }

            return buffer;
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
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Grow()
    {
        if (_length < _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(checked(_bytes.Length * 2));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
