namespace OpenRouter.Runtime.Http.Retries;

/// <summary>How long to wait before a retry: full jitter below a ceiling that doubles.</summary>
internal static class Backoff
{
    /// <summary>The wait.</summary>
    /// <param name="retry">The number of the retry, from 0.</param>
    /// <param name="first">The first ceiling.</param>
    /// <param name="highest">The highest ceiling.</param>
    /// <param name="random">A number from 0 to below 1.</param>
    public static TimeSpan Jittered(int retry, TimeSpan first, TimeSpan highest, double random) => Ceiling(retry, first, highest) * random;

    /// <summary>The ceiling of a wait; it never overflows, whatever the number.</summary>
    public static TimeSpan Ceiling(int retry, TimeSpan first, TimeSpan highest)
    {
        var ceiling = first.TotalMilliseconds * Math.Pow(2, retry);
        return ceiling < highest.TotalMilliseconds ? TimeSpan.FromMilliseconds(ceiling) : highest;
    }
}
