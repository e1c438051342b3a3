namespace OpenRouter.Benchmarks.Bodies;

/// <summary>A body whose reads end at given places. They complete synchronously, as those of a full socket buffer do.</summary>
/// <param name="body">The body.</param>
/// <param name="ends">Where pieces end, in order.</param>
internal sealed class PieceStream(byte[] body, int[] ends) : Stream
{
    private int _position;
    private int _piece;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static int[] EndsEvery(int length, int step)
        => [.. Enumerable.Range(1, (length + step - 1) / step).Select(piece => Math.Min(length, piece * step))];

    public override int Read(Span<byte> buffer)
    {
        if (_piece == ends.Length)
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, ends[_piece] - _position);
        body.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        if (_position == ends[_piece])
        {
            _piece++;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
