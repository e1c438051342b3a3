namespace Worker.Jobs;

/// <summary>What becomes of a job when an attempt is over, and what is known of the attempt. It is written in one transaction.</summary>
internal sealed record JobEnd
{
    /// <summary>The new state of the job.</summary>
    public required string State { get; init; }

    /// <summary>How the attempt ended.</summary>
    public required string Outcome { get; init; }

    /// <summary>The wait before the next attempt, if there is one.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the attempt does not count: it was not the job's fault.</summary>
    public bool IsRefunded { get; init; }

    public string? Answer { get; init; }

    public string? FinishReason { get; init; }

    public string? Error { get; init; }

    public string? ErrorCode { get; init; }

    public string? GenerationId { get; init; }

    public string? Provider { get; init; }

    public long? PromptTokens { get; init; }

    public long? CompletionTokens { get; init; }

    public decimal? Cost { get; init; }

    /// <summary>Text of a broken attempt that was not saved yet.</summary>
    public Segment? Rest { get; init; }

    /// <summary>Whether the saved text is of no use to the next attempt.</summary>
    public bool DropsText { get; init; }

    /// <summary>For how long no job at all shall be claimed; null when the others may go on.</summary>
    public TimeSpan? PausesQueueFor { get; init; }
}
