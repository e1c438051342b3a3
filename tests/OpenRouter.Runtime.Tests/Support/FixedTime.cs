namespace OpenRouter.Runtime.Tests.Support;

/// <summary>A clock that moves only when it is told to: 2026-08-22 10:00 UTC.</summary>
internal sealed class FixedTime : TimeProvider
{
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _passed += time;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 8, 22, 10, 0, 0, TimeSpan.Zero) + _passed;

    public override long GetTimestamp() => _passed.Ticks;
}
