using System.Net.Sockets;

namespace OpenRouter.Testing.Wire;

/// <summary>The body of a response: hands out one part a read, waits where time passes, and notices when it is left early.</summary>
/// <param name="plan">What is handed out.</param>
/// <param name="request">The request, which is told how its answer ended.</param>
/// <param name="time">The clock of the delays.</param>
internal sealed class ReplyStream(BodyPlan plan, EmulatedRequest request, TimeProvider time) : Stream
{
    private readonly CancellationTokenSource _closed = new();
    private int _part;
    private int _offset;
    private bool _hasWaited;
    private volatile bool _isClosed;

    public override bool CanRead => !_isClosed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (buffer.IsEmpty)
        {
            return 0;
        }

        // A network has nothing ready before it is asked; a client that gives up must not find the rest of the answer here.
        await default(NetworkTurn);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isClosed, this);
        while (_part < plan.Parts.Count)
        {
            var part = plan.Parts[_part];
            if (part.Delay > TimeSpan.Zero && !_hasWaited)
            {
                await WaitAsync(part.Delay, cancellationToken).ConfigureAwait(false);
                _hasWaited = true;
            }

            var count = Math.Min(Math.Min(part.Bytes.Length - _offset, buffer.Length), plan.SliceBytes);
            part.Bytes.Slice(_offset, count).CopyTo(buffer);
            Advance(part, count);
            if (count > 0)
            {
                return count;
            }
        }

        return await EndAsync(cancellationToken).ConfigureAwait(false);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
        => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _isClosed = true;
            request.End(isAborted: _part < plan.Parts.Count || plan.End is CutKind.Reset or CutKind.Stall);
            _closed.Cancel();
            _closed.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Advance(BodyPart part, int count)
    {
        _offset += count;
        request.Sent(count);
        if (_offset == part.Bytes.Length)
        {
            request.SentPieces += part.IsPiece ? 1 : 0;
            (_part, _offset, _hasWaited) = (_part + 1, 0, false);
        }
    }

    private async ValueTask<int> EndAsync(CancellationToken cancellationToken)
    {
        if (plan.End == CutKind.Stall)
        {
            await WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }

        request.End(isAborted: false);
        return plan.End == CutKind.Reset
            ? throw new IOException("Connection reset by peer.", new SocketException((int)SocketError.ConnectionReset))
            : 0;
    }

    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token, cancellationToken);
        try
        {
            await Task.Delay(delay, time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The response was disposed while it was read.");
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
