using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming.Memory;

/// <summary>
/// A body whose second read heeds neither its token nor its disposal: it writes when the test says so, into memory that must still
/// be its reader's.
/// </summary>
internal sealed class StubbornStream(byte[] first, byte[] late, CountingPool pool) : Stream
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _reads;

    /// <summary>Completed when the second read has begun.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the memory of the late read was still rented when it was written to.</summary>
    public bool? WasOwned { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Lets the second read write and end.</summary>
    public void Go() => _go.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = _reads++ switch { 0 => first, 1 => late, _ => [] };
        if (bytes == late)
        {
            Waiting.TrySetResult();
            await _go.Task;
            WasOwned = pool.Owns(buffer);
        }

        var count = Math.Min(bytes.Length, buffer.Length);
        bytes.AsMemory(0, count).CopyTo(buffer);
        return count;
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
}
