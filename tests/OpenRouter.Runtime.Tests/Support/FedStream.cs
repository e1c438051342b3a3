using System.Text;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A body that the test feeds piece by piece, and that tells when its reader waits for more.</summary>
internal sealed class FedStream : Stream
{
    private readonly Lock _gate = new();
    private readonly Queue<byte> _bytes = [];
    private TaskCompletionSource<bool>? _more;
    private TaskCompletionSource _starved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isEnded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void Feed(string text)
    {
        lock (_gate)
        {
            foreach (var value in Encoding.UTF8.GetBytes(text))
            {
                _bytes.Enqueue(value);
            }
        }

        Wake();
    }

    public void End()
    {
        lock (_gate)
        {
            _isEnded = true;
        }

        Wake();
    }

    /// <summary>Waits until everything was read and the reader waits for more.</summary>
    public Task Starved()
    {
        lock (_gate)
        {
            return _starved.Task;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            TaskCompletionSource<bool> more;
            TaskCompletionSource starved;
            lock (_gate)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_bytes.Count > 0)
                {
                    var count = Math.Min(buffer.Length, _bytes.Count);
                    for (var index = 0; index < count; index++)
                    {
                        buffer.Span[index] = _bytes.Dequeue();
                    }

                    return count;
                }

                if (_isEnded)
                {
                    return 0;
                }

                more = _more = new TaskCompletionSource<bool>();
                starved = _starved;
            }

            await using var registration = cancellationToken.Register(() => more.TrySetCanceled(cancellationToken));

            // Told last: whoever waits for it may move the clock at once.
            _ = Task.Run(starved.TrySetResult, CancellationToken.None);
            await more.Task;
        }
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

    /// <summary>Lets the reader go on, on this thread, until it waits again.</summary>
    private void Wake()
    {
        TaskCompletionSource<bool>? more;
        lock (_gate)
        {
            _starved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (more, _more) = (_more, null);
        }

        more?.TrySetResult(true);
    }
}
