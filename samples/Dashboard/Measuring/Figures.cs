namespace Dashboard.Measuring;

/// <summary>What is known about an answer at one moment. Null is not known yet, or was not told.</summary>
internal sealed record Figures
{
    public required string AskedModel { get; init; }

    /// <summary>The limit that was asked for; null when none was.</summary>
    public int? MaxTokens { get; init; }

    public AnswerState State { get; init; }

    public string? Model { get; init; }

    public string? Provider { get; init; }

    public string? GenerationId { get; init; }

    public TimeSpan Elapsed { get; init; }

    public TimeSpan? FirstToken { get; init; }

    /// <summary>Tokens of text and reasoning.</summary>
    public long Tokens { get; init; }

    /// <summary>Whether <see cref="Tokens"/> is a guess; it is none when the service has told.</summary>
    public bool IsEstimate { get; init; } = true;

    public long? PromptTokens { get; init; }

    public long? ReasoningTokens { get; init; }

    /// <summary>In US dollars.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How long ago the service last said that it is still there, while it had nothing to send.</summary>
    public TimeSpan? KeepAliveAge { get; init; }

    public string? FinishReason { get; init; }

    /// <summary>What else is to be known about the end.</summary>
    public string? Remark { get; init; }

    public bool HasEnded => State >= AnswerState.Finished;

    /// <summary>Since the first token: the wait before it says nothing about the speed. Null until there is something to divide by.</summary>
    public double? TokensPerSecond
        => FirstToken is { } first && (Elapsed - first).TotalSeconds is var seconds and >= 0.1 && Tokens > 0 ? Tokens / seconds : null;

    /// <summary>How much of the limit is used, from 0 to 1; null without a limit, since nobody knows how long the answer will be.</summary>
    public double? Share => MaxTokens is { } limit and > 0 ? Math.Min(1, (double)Tokens / limit) : null;
}
