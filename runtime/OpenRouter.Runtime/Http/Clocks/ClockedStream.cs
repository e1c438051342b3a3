using System.Runtime.CompilerServices;

namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>The body of an answer: tells its guard when a byte is waited for, and ends with it.</summary>
/// <param name="inner">The body.</param>
/// <param name="guard">What ends the attempt.</param>
/// <param name="patience">The time after which the body counts as ended; null for none.</param>
internal sealed class ClockedStream(Stream inner, CallGuard guard, TimeSpan? patience = null) : Stream
{
    private readonly TimeSpan _end = patience is { } time ? guard.Elapsed + time : TimeSpan.MaxValue;

    /// <summary>The body itself, for those who cut it off.</summary>
    public Stream Inner => inner;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_end != TimeSpan.MaxValue && guard.Elapsed >= _end)
        {
            return new ValueTask<int>(0);
        }

        if (cancellationToken.CanBeCanceled && cancellationToken != guard.Token)
        {
            return ReadLinkedAsync(buffer, cancellationToken);
        }

        var read = inner.ReadAsync(buffer, guard.Token);
        if (read.IsCompleted)
        {
            return read;
        }

        guard.WaitBegins();
        return AwaitAsync(read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> AwaitAsync(ValueTask<int> read)
    {
        try
        {
            return await read.ConfigureAwait(false);
        }
        finally
        {
            guard.WaitEnds();
        }
    }

    /// <summary>A reader with a token of its own: the user of a binary answer.</summary>
    private async ValueTask<int> ReadLinkedAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(guard.Token, cancellationToken);
        try
        {
            var read = inner.ReadAsync(buffer, both.Token);
            if (!read.IsCompleted)
            {
                guard.WaitBegins();
            }

            return await AwaitAsync(read).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested && guard.Fired is null)
        {
            // What ended the read is a token that the reader does not know.
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
    }
}
