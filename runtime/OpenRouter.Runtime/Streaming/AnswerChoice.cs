using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenRouter.Runtime.Annotations;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One of several choices of an answer; its members mean what those of <see cref="ChatAnswer"/> mean.</summary>
public sealed record AnswerChoice
{
    /// <summary>The index on the wire: a name, not a position.</summary>
    public long Index { get; init; }

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

    /// <summary>Why the choice ended; null when it did not.</summary>
    [FinishReason]
    public string? FinishReason { get; init; }

    /// <summary>The same in the words of the provider.</summary>
    [FinishReason]
    public string? NativeFinishReason { get; init; }

    /// <summary>A choice equals itself alone: it holds lists, and lists have no values to compare.</summary>
    public bool Equals(AnswerChoice? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The choice that the members of an answer tell of.</summary>
    internal static AnswerChoice Of(ChatAnswer answer) => new()
    {
        Index = answer.ChoiceIndex ?? 0,
        Text = answer.Text,
        Reasoning = answer.Reasoning,
        ReasoningDetails = answer.ReasoningDetails,
        ToolCalls = answer.ToolCalls,
        Images = answer.Images,
        Annotations = answer.Annotations,
        Audio = answer.Audio,
        Refusal = answer.Refusal,
        Logprobs = answer.Logprobs,
        FinishReason = answer.FinishReason,
        NativeFinishReason = answer.NativeFinishReason,
    };
}
