namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>Measures an answer.</summary>
/// <param name="time">The clock.</param>
internal sealed class AnswerTimer(TimeProvider time)
{
    private long _start;
    private TimeSpan? _total;
    private bool _isStarted;

    /// <summary>The time from sending to the end, or until now.</summary>
    public TimeSpan Elapsed => _total ?? (_isStarted ? time.GetElapsedTime(_start) : TimeSpan.Zero);

    /// <summary>The time from sending to the first content.</summary>
    public TimeSpan? First { get; private set; }

    /// <summary>Starts it, or goes on: retries belong to the same call.</summary>
    public void Start()
    {
        _total = null;
        if (!_isStarted)
        {
            (_start, _isStarted) = (time.GetTimestamp(), true);
        }
    }

    public void MarkFirst() => First ??= Elapsed;

    public void Stop() => _total = Elapsed;
}
