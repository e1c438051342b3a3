using OpenRouter.Core;

namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>
/// What ends one attempt of a call: the tokens of the caller and the clocks, joined in one token that lives as long as the
/// answer does. One timer serves all clocks; a byte that arrives costs no more than a write to a field.
/// </summary>
internal sealed class CallGuard : IDisposable
{
    private const long Never = long.MaxValue;
    private const long NotWaiting = -1;
    private readonly object _gate = new();
    private readonly CallerTokens _tokens;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _source;
    private readonly long _start;
    private readonly long _idle;
    private readonly ITimer _timer;
    private long _headersDue = Never;
    private long _firstDue;
    private long _totalDue;
    private long _idleSince = NotWaiting;
    private bool _isStopped;

    /// <summary>Starts the clocks of an attempt.</summary>
    /// <param name="tokens">The tokens of the caller.</param>
    /// <param name="time">The clock.</param>
    /// <param name="timeouts">The settings.</param>
    /// <param name="isStreamed">Whether the answer is streamed.</param>
    /// <param name="passed">How much of the total time earlier attempts have taken.</param>
    public CallGuard(CallerTokens tokens, TimeProvider time, CallTimeouts timeouts, bool isStreamed, TimeSpan passed)
    {
        (_tokens, _time, Timeouts, IsStreamed) = (tokens, time, timeouts, isStreamed);
        _source = CancellationTokenSource.CreateLinkedTokenSource(tokens.Token);
        Token = _source.Token;
        _start = time.GetTimestamp();
        _idle = Ticks(timeouts.Idle);
        _headersDue = Ticks(timeouts.Of(CallClock.Headers, isStreamed));
        _firstDue = isStreamed ? Ticks(timeouts.FirstToken) : Never;
        _totalDue = timeouts.Total is { } total ? Math.Max(0, (total - passed).Ticks) : Never;
        _timer = time.CreateTimer(static state => ((CallGuard)state!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm();
    }

    /// <summary>Ends what is done for the attempt, whoever ended it.</summary>
    public CancellationToken Token { get; }

    /// <summary>The settings.</summary>
    public CallTimeouts Timeouts { get; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool IsStreamed { get; }

    /// <summary>The clock that ran out, if one did before the caller cancelled.</summary>
    public CallClock? Fired { get; private set; }

    /// <summary>Whether the caller cancelled.</summary>
    public bool IsCancelled => Fired is null && _tokens.IsCancelled;

    /// <summary>Whether the attempt was ended from outside, by the caller or a clock.</summary>
    public bool IsOver => Token.IsCancellationRequested || _tokens.IsCancelled;

    /// <summary>The time since the attempt began.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_start);

    private long Now => Elapsed.Ticks;

    /// <summary>The token that the caller knows and cancelled.</summary>
    public CancellationToken CallerToken => _tokens.OfCaller;

    /// <summary>The headers have arrived; from now on silence counts.</summary>
    public void HeadersArrived() => Pass(ref _headersDue);

    /// <summary>The first content has arrived.</summary>
    public void FirstTokenArrived()
    {
        if (_firstDue != Never)
        {
            Pass(ref _firstDue);
        }
    }

    /// <summary>A byte is waited for.</summary>
    public void WaitBegins()
    {
        if (_idle != Never)
        {
            Volatile.Write(ref _idleSince, Now);
        }
    }

    /// <summary>A byte has arrived, or the end.</summary>
    public void WaitEnds() => Volatile.Write(ref _idleSince, NotWaiting);

    /// <summary>Stops the clocks: what is left to do has no limit but the caller's.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }

        _timer.Dispose();
    }

    /// <summary>Ends what is still going on.</summary>
    public void Abort()
    {
        Stop();
        Cancel();
    }

    public void Dispose()
    {
        Stop();
        _source.Dispose();
    }

    private static long Ticks(TimeSpan? time) => time?.Ticks ?? Never;

    private void Pass(ref long due)
    {
        lock (_gate)
        {
            due = Never;
            Arm();
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            if (Earliest() > Now)
            {
                Arm();
                return;
            }

            if (!_tokens.IsCancelled)
            {
                Fired = Due();
            }

            _isStopped = true;
        }

        Cancel();
    }

    /// <summary>Waits for the clock that is due first; it looks again then, for bytes may have put it off.</summary>
    private void Arm()
    {
        var due = Earliest();
        if (due != Never && !_isStopped)
        {
            _timer.Change(TimeSpan.FromTicks(Math.Max(0, due - Now)), Timeout.InfiniteTimeSpan);
        }
    }

    private long Earliest() => Math.Min(Math.Min(_headersDue, _firstDue), Math.Min(_totalDue, IdleDue()));

    private long IdleDue()
    {
        if (_idle == Never || _headersDue != Never)
        {
            return Never;
        }

        var since = Volatile.Read(ref _idleSince);
        return (since == NotWaiting ? Now : since) + _idle;
    }

    private CallClock Due()
    {
        var due = Earliest();
        return due == _totalDue ? CallClock.Total
            : due == _headersDue ? CallClock.Headers
            : due == _firstDue ? CallClock.FirstToken
            : CallClock.Idle;
    }

    private void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }
}
