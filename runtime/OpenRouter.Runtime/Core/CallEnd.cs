using System.Runtime.CompilerServices;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Core;

/// <summary>How a call ended, as observers are told.</summary>
public sealed record CallEnd
{
    /// <summary>The end.</summary>
    public required AnswerOutcome Outcome { get; init; }

    /// <summary>The time from sending to the end.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time from sending to the first content of a streamed answer.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; init; }

    /// <summary>The HTTP status of a failure.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The stable name of the error.</summary>
    public OpenRouterErrorType? ErrorType { get; init; }

    /// <summary>The clock that ended the call, if one did.</summary>
    public CallClock? Clock { get; init; }

    /// <summary>Why the answer ended.</summary>
    public string? FinishReason { get; init; }

    /// <summary>The model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>The provider that answered or failed.</summary>
    public string? Provider { get; init; }

    /// <summary>The id of the generation.</summary>
    public string? GenerationId { get; init; }

    /// <summary>What all attempts together used and cost.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>An end equals itself alone, as the call does.</summary>
    public bool Equals(CallEnd? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
