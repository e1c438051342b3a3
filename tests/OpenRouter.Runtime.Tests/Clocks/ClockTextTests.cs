using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

public sealed class ClockTextTests
{
    private static readonly CallTimeouts Timeouts = new()
    {
        Connect = TimeSpan.FromSeconds(1.5),
        Headers = TimeSpan.FromSeconds(2),
        UnstreamedHeaders = TimeSpan.FromSeconds(3),
        Idle = TimeSpan.FromSeconds(4),
        FirstToken = TimeSpan.FromSeconds(5),
        Total = TimeSpan.FromSeconds(6),
    };

    [Theory]
    [InlineData(CallClock.Connect, true, "No connection was made for POST chat/completions within 1.5 seconds. Try again, or set CallTimeouts.Connect if this is expected.")]
    [InlineData(CallClock.Headers, true, "The service did not begin to answer POST chat/completions within 2 seconds. Try again, or set CallTimeouts.Headers if this is expected.")]
    [InlineData(CallClock.Headers, false, "The service did not begin to answer POST chat/completions within 3 seconds. Try again, or set CallTimeouts.UnstreamedHeaders if this is expected.")]
    [InlineData(CallClock.Idle, true, "No byte of the answer to POST chat/completions arrived for 4 seconds. Try again, or set CallTimeouts.Idle if this is expected.")]
    [InlineData(CallClock.FirstToken, true, "The answer to POST chat/completions had no content within 5 seconds. Try again, or set CallTimeouts.FirstToken if this is expected.")]
    [InlineData(CallClock.Total, false, "The call POST chat/completions was not over within 6 seconds. Try again, or set CallTimeouts.Total if this is expected.")]
    public void Message_OfEachClock_SaysWhatWasLateAndWhichSettingItIs(CallClock clock, bool isStreamed, string message)
        => Assert.Equal(message, Message(clock, isStreamed, Timeouts));

    [Fact]
    public void Message_OfAClockWithoutASetting_StillIsASentence()
        => Assert.StartsWith("No connection was made for POST chat/completions within the time that is allowed. ", Message(CallClock.Connect, true, Timeouts with { Connect = null }), StringComparison.Ordinal);

    private static string Message(CallClock clock, bool isStreamed, CallTimeouts timeouts)
    {
        using var tokens = new CallerTokens(CancellationToken.None, CancellationToken.None);
        using var guard = new CallGuard(tokens, new ManualTime(), timeouts, isStreamed, TimeSpan.Zero);
        return ClockText.Of(clock, Script.ChatRequest(), guard);
    }
}
