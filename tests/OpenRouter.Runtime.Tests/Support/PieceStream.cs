namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A body that arrives in pieces, then ends, breaks or hangs.</summary>
internal sealed class PieceStream(IEnumerable<byte[]> pieces, Exception? failure = null, bool hangs = false) : Stream
{
    private readonly Queue<byte[]> _pieces = new(pieces);

    public bool IsDisposed { get; private set; }

    public int Reads { get; private set; }

    public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        cancellationToken.ThrowIfCancellationRequested();
        if (_pieces.TryDequeue(out var piece))
        {
            var count = Math.Min(piece.Length, buffer.Length);
            piece.AsMemory(0, count).CopyTo(buffer);
            if (count < piece.Length)
            {
                var rest = _pieces.ToArray();
                _pieces.Clear();
                _pieces.Enqueue(piece[count..]);
                Array.ForEach(rest, _pieces.Enqueue);
            }

            return count;
        }

        if (failure is not null)
        {
            throw failure;
        }

        if (hangs)
        {
            Hanging.TrySetResult();
            var never = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            return await never.Task;
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
