namespace Worker.Jobs;

/// <summary>How attempts end, as it stands in the database.</summary>
internal static class AttemptOutcome
{
    public const string Completed = "completed";

    /// <summary>It broke off or met a failure that may pass.</summary>
    public const string Interrupted = "interrupted";

    public const string Refused = "refused";

    /// <summary>The process was told to stop.</summary>
    public const string Released = "released";

    /// <summary>Its lease ended: the process died, stood still, or lost the database.</summary>
    public const string Lost = "lost";

    public const string Cancelled = "cancelled";
}
