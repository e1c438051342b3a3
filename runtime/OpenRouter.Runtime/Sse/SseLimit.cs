namespace OpenRouter.Runtime.Sse;

/// <summary>Which ceiling of <see cref="SseLimits"/> was passed.</summary>
public enum SseLimit
{
    /// <summary><see cref="SseLimits.MaxLineBytes"/>.</summary>
    Line,

    /// <summary><see cref="SseLimits.MaxEventBytes"/>.</summary>
    Event,

    /// <summary><see cref="SseLimits.MaxTotalBytes"/>.</summary>
    Total,
}
