using System.Runtime.CompilerServices;

namespace WebApi.Relay;

/// <summary>Puts signs of life between the pieces of a stream, so that one writer writes both and needs no lock.</summary>
internal static class Heartbeats
{
    /// <summary>The pieces of a stream; null wherever none came for a while.</summary>
    /// <param name="pieces">The stream, which must end when the token is cancelled.</param>
    /// <param name="interval">How long is a while.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Cancelled when the loop is left early, so that the piece under way is not waited for.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static async IAsyncEnumerable<string?> Between(
        IAsyncEnumerable<string> pieces, TimeSpan interval, TimeProvider time, CancellationTokenSource stop, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = pieces.GetAsyncEnumerator(cancellationToken);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next = reader.MoveNextAsync().AsTask();
                while (!await IsHereAsync(next, interval, time))
                {
                    yield return null;
                }

                if (!await next)
                {
                    yield break;
                }

                yield return reader.Current;
            }
        }
        finally
        {
            // A stream cannot be disposed while a piece of it is being read.
            if (next is { IsCompleted: false })
            {
                await stop.CancelAsync();
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await reader.DisposeAsync();
        }
    }

    private static async ValueTask<bool> IsHereAsync(Task<bool> next, TimeSpan interval, TimeProvider time)
    {
        if (next.IsCompleted)
        {
            return true;
        }

        using var over = new CancellationTokenSource();
        var first = await Task.WhenAny(next, Task.Delay(interval, time, over.Token));
        await over.CancelAsync();
        return first == next;
    }
}
