using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>The end of an attempt: what ended it, and what it leaves behind.</summary>
public sealed class CallGuardTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly CallerTokens _tokens;

    public CallGuardTests() => _tokens = new CallerTokens(_caller.Token, CancellationToken.None);

    public void Dispose()
    {
        _tokens.Dispose();
        _caller.Dispose();
    }

    [Fact]
    public void Clock_ThatRanOut_EndsTheAttemptAndNoOther()
    {
        using var guard = Guard(new CallTimeouts { Headers = TimeSpan.FromSeconds(5) });
        Assert.Equal((false, false), (guard.IsOver, guard.IsCancelled));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((true, false, CallClock.Headers), (guard.IsOver, guard.IsCancelled, guard.Fired));
        Assert.True(guard.Token.IsCancellationRequested);
        Assert.False(_tokens.IsCancelled);
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public void Clock_ThatRanOut_StaysTheReason()
    {
        using var guard = Guard(new CallTimeouts { Headers = TimeSpan.FromSeconds(5), Idle = TimeSpan.FromSeconds(1), FirstToken = TimeSpan.FromSeconds(9) });
        _time.Advance(TimeSpan.FromSeconds(5));
        guard.HeadersArrived();
        guard.FirstTokenArrived();

        Assert.Equal(0, _time.Waiting);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CallClock.Headers, guard.Fired);
    }

    [Fact]
    public async Task Caller_WhoCancels_IsSeenInACallbackOfTheCaller()
    {
        using var guard = Guard(new CallTimeouts());
        (bool IsOver, bool IsLinkedCancelled)? seen = null;
        await using var registration = _caller.Token.Register(() => seen = (guard.IsOver, guard.Token.IsCancellationRequested));
        await _caller.CancelAsync();

        Assert.Equal((true, false), seen);
        Assert.Equal((true, _caller.Token), (guard.IsCancelled, guard.CallerToken));
    }

    [Fact]
    public void Clock_RingingInACallbackOfTheCaller_IsStillACancellation()
    {
        using var guard = Guard(new CallTimeouts { Headers = TimeSpan.FromSeconds(5) });
        using var registration = _caller.Token.Register(() => _time.Advance(TimeSpan.FromSeconds(5)));
        _caller.Cancel();

        Assert.Equal((null, true), (guard.Fired, guard.IsCancelled));
    }

    [Fact]
    public void Abort_LeavesNoTimerAndNamesNoClock()
    {
        using var guard = Guard(new CallTimeouts { Total = TimeSpan.FromSeconds(5) });
        guard.Abort();

        Assert.Equal(0, _time.Waiting);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((true, null), (guard.Token.IsCancellationRequested, guard.Fired));
    }

    [Fact]
    public void Stop_LeavesNoTimerAndEndsNothing()
    {
        using var guard = Guard(new CallTimeouts());
        guard.Stop();
        guard.HeadersArrived();

        Assert.Equal(0, _time.Waiting);
        Assert.Equal((false, null), (guard.IsOver, guard.Fired));
    }

    [Fact]
    public void Dispose_LeavesNoTimerAndLetsTheCallersTokenGo()
    {
        var guard = Guard(new CallTimeouts());
        guard.Dispose();
        _caller.Cancel();

        Assert.Equal(0, _time.Waiting);
        Assert.False(guard.Token.IsCancellationRequested);
        guard.Abort();
        Assert.False(guard.Token.IsCancellationRequested);
    }

    [Fact]
    public void Timer_RingingAfterTheStop_EndsNothing()
    {
        var time = new LateTime();
        using var guard = new CallGuard(_tokens, time, new CallTimeouts { Headers = TimeSpan.FromSeconds(5) }, isStreamed: true, TimeSpan.Zero);
        time.Advance(TimeSpan.FromSeconds(9));
        guard.Stop();
        time.Ring();

        Assert.Equal((false, null), (guard.IsOver, guard.Fired));
    }

    [Fact]
    public void FirstToken_OfAnAnswerThatIsNotStreamed_HasNoClock()
    {
        using var guard = Guard(new CallTimeouts { FirstToken = TimeSpan.FromSeconds(5), UnstreamedHeaders = TimeSpan.FromSeconds(20) }, isStreamed: false);
        _time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(guard.IsOver);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(CallClock.Headers, guard.Fired);
    }

    [Theory]
    [InlineData(3, 3, 3, CallClock.Total)]
    [InlineData(3, 3, 4, CallClock.Headers)]
    [InlineData(4, 3, 5, CallClock.FirstToken)]
    [InlineData(9, 8, 7, CallClock.Total)]
    public void Clocks_DueAtOneTime_NameTheWidest(int headers, int first, int total, CallClock clock)
    {
        using var guard = Guard(new CallTimeouts { Headers = TimeSpan.FromSeconds(headers), FirstToken = TimeSpan.FromSeconds(first), Total = TimeSpan.FromSeconds(total) });
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(clock, guard.Fired);
    }

    [Theory]
    [InlineData(4, 6)]
    [InlineData(10, 0)]
    [InlineData(25, 0)]
    public void Total_AfterEarlierAttempts_HasWhatTheyLeft(int passed, int left)
    {
        using var guard = new CallGuard(_tokens, _time, new CallTimeouts { Total = TimeSpan.FromSeconds(10) }, isStreamed: true, TimeSpan.FromSeconds(passed));
        if (left > 0)
        {
            _time.Advance(TimeSpan.FromSeconds(left) - TimeSpan.FromTicks(1));
            Assert.False(guard.IsOver);
        }

        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(CallClock.Total, guard.Fired);
    }

    private CallGuard Guard(CallTimeouts timeouts, bool isStreamed = true) => new(_tokens, _time, timeouts, isStreamed, TimeSpan.Zero);

    /// <summary>A clock whose timers ring when the test says so, also when they were stopped meanwhile.</summary>
    private sealed class LateTime : TimeProvider
    {
        private Action _ring = static () => { };
        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(TimeSpan by) => _now += by;

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            return new LateTimer();
        }

        private sealed class LateTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
