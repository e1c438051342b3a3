namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>A body that is made while it is read, so that only its reader can store it: a head, then one piece over and over.</summary>
internal sealed class EndlessStream(string head, string piece, long length) : Stream
{
    private readonly byte[] _head = System.Text.Encoding.UTF8.GetBytes(head);
    private readonly byte[] _piece = System.Text.Encoding.UTF8.GetBytes(piece);

    /// <summary>How many bytes were read.</summary>
    public long Produced { get; private set; }

    /// <summary>The most bytes of one read.</summary>
    public int MaxRead { get; init; } = int.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Produced; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(Math.Min(buffer.Length, MaxRead), length - Produced);
        var taken = 0;
        while (taken < count)
        {
            var source = Produced < _head.Length ? _head.AsSpan((int)Produced) : _piece.AsSpan((int)((Produced - _head.Length) % _piece.Length));
            source = source[..Math.Min(source.Length, count - taken)];
            source.CopyTo(buffer[taken..]);
            taken += source.Length;
            Produced += source.Length;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
