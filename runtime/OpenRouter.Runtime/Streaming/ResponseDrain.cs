using OpenRouter.Runtime.Http;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Reads the few bytes between the end mark of a stream and the end of its body, so that the connection can serve the
/// next request. Nothing is produced or billed any more, and nobody waits for it.
/// </summary>
internal static class ResponseDrain
{
    private const int MaxBytes = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Drains for a short time, then disposes the response in any case. Never throws.</summary>
    public static async Task DrainAsync(ApiResponse response, Stream body, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        var scratch = new byte[512];
        var hasEnded = false;
        try
        {
            for (var total = 0; total < MaxBytes;)
            {
                var count = await body.ReadAsync(scratch, limit.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    hasEnded = true;
                    break;
                }

                total += count;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException or InvalidDataException or InvalidOperationException)
        {
            // The answer is complete; losing the connection costs only the next request its head start.
        }
        finally
        {
            // A body that has ended is not cut: with a handler whose reads are never done at once that waits for nothing, on a thread of the pool.
            if (!hasEnded)
            {
                BodyCut.Cut(body);
            }

            response.Dispose();
        }
    }
}
