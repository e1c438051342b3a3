namespace Worker.Jobs;

/// <summary>A job as its caller sees it. The prompt is not in it: whoever may ask for the state need not be whoever wrote the prompt.</summary>
internal sealed record JobView
{
    public required string Id { get; init; }

    public required string State { get; init; }

    public required string Model { get; init; }

    public required int Attempts { get; init; }

    public required int MaxAttempts { get; init; }

    /// <summary>The answer when the job is done.</summary>
    public string? Answer { get; init; }

    /// <summary>Why the answer ended. Anything but <c>stop</c> means that it is not what the model had to say.</summary>
    public string? FinishReason { get; init; }

    public string? Error { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>Text of an attempt that broke off, for people; null when the job is done or nothing arrived.</summary>
    public string? Partial { get; init; }

    /// <summary>Tokens and costs of all attempts.</summary>
    public required JobUsage Usage { get; init; }

    /// <summary>When the next attempt may begin.</summary>
    public required DateTimeOffset RunAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The fence of the latest attempt.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long Fence { get; init; }
}
