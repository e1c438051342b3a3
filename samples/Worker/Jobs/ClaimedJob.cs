namespace Worker.Jobs;

/// <summary>A job that this process has claimed.</summary>
internal sealed record ClaimedJob
{
    public required Lease Lease { get; init; }

    public required JobPayload Payload { get; init; }

    /// <summary>The number of this attempt, from 1.</summary>
    public required int Attempt { get; init; }

    public required int MaxAttempts { get; init; }

    /// <summary>How long it was due before it was claimed, by the clock of the database.</summary>
    public required TimeSpan Waited { get; init; }

    /// <summary>Whether a process was lost while it ran this job. Such a job may be what killed it.</summary>
    public required bool IsSuspect { get; init; }

    /// <summary>The trace of the request that brought the job.</summary>
    public string? TraceParent { get; init; }
}
