namespace OpenRouter.Core;

/// <summary>
/// How long a call may take, by clock. A clock that runs out ends the call with an exception that names it
/// (<see cref="OpenRouterException.Clock"/>), never with a cancellation. Null switches a clock off. All run on the
/// <see cref="OpenRouterClientOptions.TimeProvider"/>.
/// </summary>
public sealed record CallTimeouts
{
    /// <summary>The most time to make a connection. Default 10 seconds. It holds for connections that the client makes itself: with your own handler or HttpClient its settings count.</summary>
    public TimeSpan? Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most time from sending a streamed request to the headers of its answer. Default 120 seconds.</summary>
    public TimeSpan? Headers { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The same for a request that is not streamed, since a model may think before the first byte. Default 600 seconds.</summary>
    public TimeSpan? UnstreamedHeaders { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>The most time without a byte while one is waited for. Keep-alive comments count, a slow reader does not. Default 90 seconds.</summary>
    public TimeSpan? Idle { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The most time from sending to the first content of a streamed answer. Off by default.</summary>
    public TimeSpan? FirstToken { get; init; }

    /// <summary>The most time for the whole call, retries and recoveries included. Off by default.</summary>
    public TimeSpan? Total { get; init; }

    /// <summary>Checks that every clock can be kept.</summary>
    /// <exception cref="ArgumentException">A time is not positive or longer than a timer can wait.</exception>
    internal CallTimeouts Check(string parameter)
    {
        Check(nameof(Connect), Connect, parameter);
        Check(nameof(Headers), Headers, parameter);
        Check(nameof(UnstreamedHeaders), UnstreamedHeaders, parameter);
        Check(nameof(Idle), Idle, parameter);
        Check(nameof(FirstToken), FirstToken, parameter);
        Check(nameof(Total), Total, parameter);
        return this;
    }

    /// <summary>The setting of a clock.</summary>
    internal TimeSpan? Of(CallClock clock, bool isStreamed) => clock switch
    {
        CallClock.Connect => Connect,
        CallClock.Headers => isStreamed ? Headers : UnstreamedHeaders,
        CallClock.Idle => Idle,
        CallClock.FirstToken => FirstToken,
        _ => Total,
    };

    private static void Check(string name, TimeSpan? time, string parameter)
    {
        if (time is { } value && (value <= TimeSpan.Zero || value.TotalMilliseconds > int.MaxValue))
        {
            throw new ArgumentException($"The timeout {name} is {value}. It must be longer than nothing and shorter than 24 days; null switches it off.", parameter);
        }
    }

    /// <summary>The name of the setting of a clock.</summary>
    internal static string NameOf(CallClock clock, bool isStreamed) => clock == CallClock.Headers && !isStreamed ? nameof(UnstreamedHeaders) : clock.ToString();
}
