namespace OpenRouter.Core;

/// <summary>A clock that limits a call. Each has its setting in <see cref="CallTimeouts"/>.</summary>
public enum CallClock
{
    /// <summary>Until a connection is made.</summary>
    Connect,

    /// <summary>Until the headers of the answer have arrived.</summary>
    Headers,

    /// <summary>Between two pieces of the body; comments of a stream count as pieces.</summary>
    Idle,

    /// <summary>Until the first content of a streamed answer.</summary>
    FirstToken,

    /// <summary>For the whole call, retries and recoveries included.</summary>
    Total,
}
