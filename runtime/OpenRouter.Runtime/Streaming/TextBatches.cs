using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Gathers text for those who cannot take every piece, such as user interfaces: a batch is handed out when its time is over or
/// when it is full. Whatever ends the stream, what was gathered is handed out before.
/// </summary>
/// <param name="interval">The time from the first piece of a batch to its end.</param>
/// <param name="maxChars">The size at which a batch is full.</param>
/// <param name="time">The clock.</param>
/// <remarks>A batch has one timer, set with its first piece: before the next chunk is asked for, so no moment is lost in between.</remarks>
internal sealed class TextBatches(TimeSpan interval, int maxChars, TimeProvider time)
{
    private readonly StringBuilder _text = new();
    private TextPieces _pieces;
    private CancellationTokenSource? _taken;
    private Task _over = Task.CompletedTask;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="next">Steps to the next chunk.</param>
    /// <param name="text">The text of the chunk.</param>
    /// <param name="cancellationToken">Ends the wait for a batch.</param>
    public async IAsyncEnumerable<string> ReadAsync(Func<ValueTask<bool>> next, Func<string?> text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<bool>? pending = null;
        ExceptionDispatchInfo? failure = null;
        try
        {
            for (var hasMore = true; hasMore;)
            {
                pending ??= next().AsTask();
                if (!await IsReadyAsync(pending).ConfigureAwait(false))
                {
                    yield return Take();
                    continue;
                }

                (hasMore, failure) = await SettleAsync(pending).ConfigureAwait(false);
                pending = null;
                Add(hasMore ? _pieces.Next(text()) : _pieces.Rest(), cancellationToken);
            }
        }
        finally
        {
            StopTimer();
            _ = pending is null ? null : SettleAsync(pending);
        }

        if (_text.Length > 0)
        {
            yield return Take();
        }

        failure?.Throw();
    }

    private static async Task<(bool HasMore, ExceptionDispatchInfo? Failure)> SettleAsync(Task<bool> pending)
    {
        try
        {
            return (await pending.ConfigureAwait(false), null);
        }
        catch (Exception exception)
        {
            return (false, ExceptionDispatchInfo.Capture(exception));
        }
    }

    /// <summary>Waits for the next chunk, but no longer than the batch has time; false when the batch is over.</summary>
    private async ValueTask<bool> IsReadyAsync(Task<bool> pending)
    {
        if (_text.Length == 0)
        {
            return true;
        }

        if (_over.IsCompleted || _text.Length >= maxChars)
        {
            return false;
        }

        if (!pending.IsCompleted)
        {
            await Task.WhenAny(pending, _over).ConfigureAwait(false);
        }

        return pending.IsCompleted;
    }

    private void Add(string? piece, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(piece))
        {
            return;
        }

        if (_text.Length == 0)
        {
            _taken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _over = Task.Delay(interval, time, _taken.Token);
        }

        _text.Append(piece);
    }

    private string Take()
    {
        StopTimer();
        var batch = _text.ToString();
        _text.Clear();
        return batch;
    }

    private void StopTimer()
    {
        _taken?.Cancel();
        _taken?.Dispose();
        _taken = null;
    }
}
