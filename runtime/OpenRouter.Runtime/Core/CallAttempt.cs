using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Core;

/// <summary>One attempt of a call: the first, a retry, or a recovery.</summary>
public sealed record CallAttempt
{
    /// <summary>The number of the attempt within its call, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The wait before it.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The time from sending it to its end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How it ended.</summary>
    public AnswerOutcome Outcome { get; init; }

    /// <summary>The HTTP status of a failure, as <see cref="OpenRouterException.StatusCode"/> has it.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The stable name of the error.</summary>
    public OpenRouterErrorType? ErrorType { get; init; }

    /// <summary>The clock that ended it, if one did.</summary>
    public CallClock? Clock { get; init; }

    /// <summary>What went wrong, as the exception says it; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The id of the generation, to look up its cost; null when none was assigned.</summary>
    public string? GenerationId { get; init; }

    /// <summary>The provider that answered or failed.</summary>
    public string? Provider { get; init; }

    /// <summary>What the attempt used and cost, when the service said so. An attempt that broke off usually does not: see <c>RepairUsageAsync</c>.</summary>
    public TokenUsage? Usage { get; init; }
}
