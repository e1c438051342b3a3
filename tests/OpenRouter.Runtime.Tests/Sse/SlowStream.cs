using System.Text;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>A body whose reads wait until the test says what they give, whatever is cancelled.</summary>
internal sealed class SlowStream : Stream
{
    private TaskCompletionSource<byte[]> _next = new();

    public int Reads { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void Arrive(string text) => Renew().SetResult(Encoding.UTF8.GetBytes(text));

    public void Fail(Exception failure) => Renew().SetException(failure);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Reads++;
        var bytes = await _next.Task.ConfigureAwait(false);
        bytes.CopyTo(buffer);
        return bytes.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The read under way gives what comes now; the one after it waits again.</summary>
    private TaskCompletionSource<byte[]> Renew()
    {
        var now = _next;
        _next = new TaskCompletionSource<byte[]>();
        return now;
    }
}
