namespace OpenRouter.Generated.Tests.Wire;

/// <summary>A body that arrives in given pieces and ends, or breaks.</summary>
internal sealed class PlayedStream(ReadOnlyMemory<byte> body, int sliceBytes, int splitAt, bool isReset) : Stream
{
    private int _position;

    /// <summary>Tells for a place where the read that begins there ends at the latest.</summary>
    public Func<int, int>? EndOfRead { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        return _position == body.Length && isReset
            ? ValueTask.FromException<int>(new IOException("The connection was reset by the test."))
            : new ValueTask<int>(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var end = _position < splitAt ? splitAt : body.Length;
        end = Math.Min(end, EndOfRead?.Invoke(_position) ?? end);
        var count = Math.Min(Math.Min(buffer.Length, sliceBytes), end - _position);
        body.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
