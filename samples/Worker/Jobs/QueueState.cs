namespace Worker.Jobs;

/// <summary>The queue in numbers.</summary>
/// <param name="Queued">Jobs that wait.</param>
/// <param name="Leased">Jobs that run.</param>
/// <param name="Dead">Jobs that somebody has to look at.</param>
/// <param name="Age">For how long the oldest due job has waited.</param>
/// <param name="PausedFor">For how long nothing will be claimed; null when the queue runs.</param>
/// <param name="PauseReason">Why.</param>
internal sealed record QueueState(long Queued, long Leased, long Dead, TimeSpan Age, TimeSpan? PausedFor, string? PauseReason);
