using System.Runtime.CompilerServices;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Hands out chunks so that the end is one chunk: the one that finishes the answer is held until the stream is over,
/// and what follows it (usage, late signatures, a repeated reason) is merged into it.
/// </summary>
/// <typeparam name="TChunk">The type of a chunk.</typeparam>
internal sealed class ChatEnumerator<TChunk>(ChatPump<TChunk> pump, bool asReceived) : IAsyncEnumerator<TChunk>
    where TChunk : class, IChatChunk<TChunk>
{
    private TChunk? _held;
    private TChunk? _usageOnly;
    private TChunk? _waiting;
    private bool _isEnded;

    /// <inheritdoc/>
    public TChunk Current { get; private set; } = null!;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        if (_waiting is not null)
        {
            (Current, _waiting) = (_waiting, null);
            return new ValueTask<bool>(true);
        }

        while (!_isEnded)
        {
            var next = pump.MoveNextAsync();
            if (!next.IsCompletedSuccessfully)
            {
                return MoveNextAsync(next);
            }

            if (Accept(next.Result) is { } result)
            {
                return new ValueTask<bool>(result);
            }
        }

        return new ValueTask<bool>(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isEnded = true;
        pump.Dispose();
        return ValueTask.CompletedTask;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> MoveNextAsync(ValueTask<bool> next)
    {
        while (true)
        {
            bool hasChunk;
            try
            {
                hasChunk = await next.ConfigureAwait(false);
            }
            catch
            {
                _isEnded = true;
                throw;
            }

            if (Accept(hasChunk) is { } result)
            {
                return result;
            }

            next = pump.MoveNextAsync();
        }
    }

    /// <summary>True with a chunk to hand out, false at the end, null to read on.</summary>
    private bool? Accept(bool hasChunk)
    {
        if (!hasChunk)
        {
            _isEnded = true;
            Current = (_held ?? _usageOnly)!;
            return Current is not null;
        }

        var chunk = pump.Current;
        if (pump.Step.IsMarker)
        {
            (_held, _usageOnly) = (null, null);
            Current = chunk;
            return true;
        }

        if (asReceived)
        {
            Current = chunk;
            return true;
        }

        if (pump.Step.IsFinished)
        {
            _held = Hold(chunk);
            return null;
        }

        if (_held is not null)
        {
            // A further choice began after all others had finished: what was held is not the end.
            (Current, _held, _waiting) = (_held, null, chunk);
            return true;
        }

        if (pump.Step is { HasChoices: false, HasUsage: true, HasContent: false })
        {
            _usageOnly = _usageOnly is null ? chunk : TChunk.MergeEnd(_usageOnly, chunk);
            return null;
        }

        Current = chunk;
        return true;
    }

    private TChunk Hold(TChunk chunk)
    {
        if (_held is not null)
        {
            return TChunk.MergeEnd(_held, chunk);
        }

        var early = _usageOnly;
        _usageOnly = null;
        return early is null || pump.Step.HasUsage ? chunk : TChunk.MergeEnd(chunk, early);
    }
}
