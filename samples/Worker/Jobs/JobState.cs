namespace Worker.Jobs;

/// <summary>The states of a job, as they stand in the database.</summary>
internal static class JobState
{
    /// <summary>It waits to be run, for the first time or again.</summary>
    public const string Queued = "queued";

    /// <summary>A worker has it, until its lease ends.</summary>
    public const string Leased = "leased";

    /// <summary>It has an answer. Look at the finish reason: the answer may have been cut off by its own limit.</summary>
    public const string Done = "done";

    /// <summary>The service refused it; another try would be refused as well.</summary>
    public const string Failed = "failed";

    /// <summary>It was tried as often as allowed.</summary>
    public const string Dead = "dead";

    /// <summary>Somebody called it off.</summary>
    public const string Cancelled = "cancelled";

    public static bool IsOver(string state) => state is not (Queued or Leased);
}
