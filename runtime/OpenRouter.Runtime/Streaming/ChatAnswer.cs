using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <summary>A chat answer put together from a stream: whole when <see cref="Outcome"/> says so, else what had arrived.</summary>
/// <remarks>
/// OpenRouter answers with one choice, and the members are those of that choice. Should a service send several, the members
/// are those of the one with the lowest index, <see cref="Choices"/> has them all, and the answer is complete when each has its
/// finish reason.
/// </remarks>
public sealed record ChatAnswer
{
    /// <summary>The text.</summary>
    [ModelText]
    public string Text { get; init; } = "";

    /// <summary>The reasoning that may be shown.</summary>
    [ModelText]
    public string Reasoning { get; init; } = "";

    /// <summary>The reasoning to send back unchanged in the next request, in order.</summary>
    public IReadOnlyList<JsonElement> ReasoningDetails { get; init; } = [];

    /// <summary>The tool calls, in the order in which they began.</summary>
    [ToolCalls]
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>The images.</summary>
    public IReadOnlyList<JsonElement> Images { get; init; } = [];

    /// <summary>The annotations: citations and parsed files.</summary>
    public IReadOnlyList<JsonElement> Annotations { get; init; } = [];

    /// <summary>The sound, if any.</summary>
    public AnswerAudio? Audio { get; init; }

    /// <summary>Why the model would not answer, in its words.</summary>
    [ModelText]
    public string? Refusal { get; init; }

    /// <summary>How probable the tokens were; null unless the request asked for it.</summary>
    public AnswerLogprobs? Logprobs { get; init; }

    /// <summary>The index of the choice that the members tell of; null when none arrived.</summary>
    public long? ChoiceIndex { get; init; }

    /// <summary>The choices beyond the one that the members tell of, by index; empty unless the service sent several.</summary>
    public IReadOnlyList<AnswerChoice> OtherChoices { get; init; } = [];

    /// <summary>Every choice by index, put together when it is asked for; the first one repeats the members of this answer.</summary>
    public IReadOnlyList<AnswerChoice> Choices => ChoiceIndex is null ? OtherChoices : [AnswerChoice.Of(this), .. OtherChoices];

    /// <summary>Why the answer ended: <c>stop</c>, <c>length</c>, <c>tool_calls</c>, <c>content_filter</c>, <c>error</c> or another text.</summary>
    [FinishReason]
    public string? FinishReason { get; init; }

    /// <summary>The same in the words of the provider.</summary>
    [FinishReason]
    public string? NativeFinishReason { get; init; }

    /// <summary>What the call used and cost, all its attempts together; null when it did not arrive.</summary>
    [Usage]
    public TokenUsage? Usage { get; init; }

    /// <summary>The id of the generation, to look up its cost later.</summary>
    public string? GenerationId { get; init; }

    /// <summary>The model that answered; it may be a dated name of the one that was asked.</summary>
    public string? Model { get; init; }

    /// <summary>The provider that answered.</summary>
    public string? Provider { get; init; }

    /// <summary>The service tier that was used.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>How the stream ended.</summary>
    [TerminalResult]
    public AnswerOutcome Outcome { get; init; }

    /// <summary>The time from sending to the end, or until now.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time from sending to the first content.</summary>
    public TimeSpan? TimeToFirstToken { get; init; }

    /// <summary>Whether the end mark of the stream was seen.</summary>
    public bool DoneSeen { get; init; }

    /// <summary>Every attempt of the call that has ended, with what each used; more than one after retries and recoveries.</summary>
    public IReadOnlyList<CallAttempt> Attempts { get; init; } = [];

    /// <summary>The recoveries that worked, in order; empty unless asked for (<see cref="ChatStream{TChunk}.WithRecovery"/>).</summary>
    public IReadOnlyList<StreamRecovery> Recoveries { get; init; } = [];

    /// <summary>An answer equals itself alone: it holds lists, and lists have no values to compare.</summary>
    public bool Equals(ChatAnswer? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
