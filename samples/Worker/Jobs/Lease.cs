namespace Worker.Jobs;

/// <summary>
/// The right to work on a job. The fence grows with every claim; whatever is written for the job names it, so a worker that woke up too late writes nothing.
/// </summary>
internal sealed record Lease(string JobId, string Owner, long Fence);
