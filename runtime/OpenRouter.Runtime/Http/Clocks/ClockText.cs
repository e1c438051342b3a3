using System.Globalization;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>Says which clock ran out, and what to do about it.</summary>
internal static class ClockText
{
    public static string Of(CallClock clock, ApiRequest request, CallGuard guard)
    {
        var limit = guard.Timeouts.Of(clock, guard.IsStreamed) is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} seconds") : "the time that is allowed";
        var what = clock switch
        {
            CallClock.Connect => $"No connection was made for {request} within {limit}",
            CallClock.Headers => $"The service did not begin to answer {request} within {limit}",
            CallClock.Idle => $"No byte of the answer to {request} arrived for {limit}",
            CallClock.FirstToken => $"The answer to {request} had no content within {limit}",
            _ => $"The call {request} was not over within {limit}",
        };
        return $"{what}. Try again, or set CallTimeouts.{CallTimeouts.NameOf(clock, guard.IsStreamed)} if this is expected.";
    }
}
