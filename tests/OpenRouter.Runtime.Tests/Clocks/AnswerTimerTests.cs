using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>The times that an answer tells.</summary>
public sealed class AnswerTimerTests
{
    private readonly FixedTime _time = new();
    private readonly AnswerTimer _timer;

    public AnswerTimerTests()
    {
        _time.Advance(TimeSpan.FromHours(1));
        _timer = new AnswerTimer(_time);
    }

    [Fact]
    public void Timer_NotStarted_HasMeasuredNothing()
    {
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((TimeSpan.Zero, null), (_timer.Elapsed, _timer.First));
    }

    [Fact]
    public void Timer_Stopped_StandsStill()
    {
        _timer.Start();
        _time.Advance(TimeSpan.FromSeconds(3));
        _timer.Stop();
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(3), _timer.Elapsed);
        _timer.Stop();
        Assert.Equal(TimeSpan.FromSeconds(3), _timer.Elapsed);
    }

    [Fact]
    public void Timer_StartedAgain_CountsFromTheFirstStart()
    {
        _timer.Start();
        _time.Advance(TimeSpan.FromSeconds(3));
        _timer.Stop();
        _time.Advance(TimeSpan.FromSeconds(4));
        _timer.Start();

        Assert.Equal(TimeSpan.FromSeconds(7), _timer.Elapsed);
    }

    [Fact]
    public void First_MarkedTwice_IsTheEarlierTime()
    {
        _timer.Start();
        _time.Advance(TimeSpan.FromSeconds(2));
        _timer.MarkFirst();
        _time.Advance(TimeSpan.FromSeconds(2));
        _timer.MarkFirst();

        Assert.Equal(TimeSpan.FromSeconds(2), _timer.First);
    }
}
