namespace Worker.Running;

/// <summary>How long a job waits before its next attempt.</summary>
internal static class Backoff
{
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="retryAfter">What the service asks for.</param>
    /// <param name="options">The settings.</param>
    /// <param name="random">A number from 0 to 1. Without it all jobs that failed together would come back together.</param>
    public static TimeSpan After(int attempt, TimeSpan? retryAfter, WorkerOptions options, double random)
    {
        var ceiling = Math.Min(options.BackoffBase.TotalMilliseconds * Math.Pow(2, attempt - 1), options.BackoffMax.TotalMilliseconds);
        var own = TimeSpan.FromMilliseconds(ceiling * (0.5 + (0.5 * random)));

        // What is asked for is the least; coming back a little later, and not all at once, is kinder still.
        var asked = TimeSpan.FromTicks(Math.Min((retryAfter ?? TimeSpan.Zero).Ticks, LongestAsked.Ticks)) * (1 + (0.1 * random));
        return asked > own ? asked : own;
    }
}
