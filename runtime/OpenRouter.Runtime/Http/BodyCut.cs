namespace OpenRouter.Runtime.Http;

/// <summary>
/// Closes the connection under a body that is not wanted any more. Disposing alone does that only for our own handler:
/// others go on reading for two seconds, and the service goes on billing. A read that is cancelled closes it everywhere.
/// </summary>
internal sealed class BodyCut(Stream body) : IDisposable
{
    /// <summary>
    /// Reads that find bytes at once say nothing; after so many the disposal has to do. What a system holds for a socket must fit,
    /// also in the small pieces of chunks, or the disposal would wait for what comes after it.
    /// </summary>
    private const int MaxReads = 512;
    private const int ReadSize = 16 * 1024;

    /// <summary>Closes the connection when the body is left.</summary>
    public void Dispose() => Cut(body);

    /// <summary>Closes the connection, unless the body has ended.</summary>
    public static void Cut(Stream body)
    {
        using var source = new CancellationTokenSource();
        var scratch = new byte[ReadSize];
        try
        {
            for (var count = 0; count < MaxReads; count++)
            {
                var read = body.ReadAsync(scratch, source.Token);
                if (!read.IsCompleted)
                {
                    source.Cancel();
                    _ = ObserveAsync(read);
                    return;
                }

                if (!read.IsCompletedSuccessfully)
                {
                    _ = ObserveAsync(read);
                    return;
                }

                if (read.Result == 0)
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException or NotSupportedException)
        {
            // It is closed already, or is none that can be cut; the disposal that follows does the rest.
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
