namespace OpenRouter.Runtime.Http;

/// <summary>
/// Closes the connection under a body that is not wanted any more. Disposing alone does that only for our own handler:
/// others go on reading for two seconds, and the service goes on billing. A read that is cancelled closes it everywhere.
/// </summary>
internal sealed class BodyCut(Stream body) : IDisposable
{
    /// <summary>
    /// Reads that find bytes at once say nothing; after so many, or so much, the disposal has to do. What the system holds for a
    /// socket must fit, be it in small pieces, or the disposal would wait for what comes after it.
    /// </summary>
    private const int MaxReads = 16 * 1024;
    private const int MaxBytes = 4 * 1024 * 1024;
    private const int Patience = 20;
    private const int ReadSize = 16 * 1024;

    /// <summary>Closes the connection when the body is left.</summary>
    public void Dispose() => Cut(body);

    /// <summary>Closes the connection, unless the body has ended.</summary>
    public static void Cut(Stream body)
    {
        var scratch = new byte[ReadSize];
        try
        {
            for (var (count, total) = (0, 0); count < MaxReads && total < MaxBytes; count++)
            {
                var length = ReadOrCancel(body, scratch);
                if (length <= 0)
                {
                    return;
                }

                total += length;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException or NotSupportedException)
        {
            // It is closed already, or is none that can be cut; the disposal that follows does the rest.
        }
    }

    /// <summary>The bytes that were there at once; 0 at the end, -1 when a read was cancelled or failed.</summary>
    private static int ReadOrCancel(Stream body, byte[] scratch)
    {
        using var source = new CancellationTokenSource();
        var read = body.ReadAsync(scratch, source.Token);
        if (!read.IsCompleted)
        {
            source.Cancel();
            AwaitBriefly(read);
        }

        // Bytes may come in the moment of the cancelling, which then closes nothing.
        if (read.IsCompletedSuccessfully)
        {
            return read.Result;
        }

        _ = ObserveAsync(read);
        return -1;
    }

    /// <summary>A read that is cancelled ends at once, unless its stream does not heed its token.</summary>
    private static void AwaitBriefly(ValueTask<int> read)
    {
        var wait = default(SpinWait);
        for (var until = Environment.TickCount64 + Patience; !read.IsCompleted && Environment.TickCount64 < until;)
        {
            wait.SpinOnce();
        }
    }

    private static async Task ObserveAsync(ValueTask<int> read)
    {
        try
        {
            await read.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // This end was asked for.
        }
    }
}
