using System.Text;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One choice of an answer, growing.</summary>
/// <param name="index">The index on the wire: a key, not a position.</param>
/// <param name="budget">The room that all choices share.</param>
internal sealed class ChoiceAssembly(long index, AnswerBudget budget)
{
    /// <summary>The most choices of one answer. OpenRouter sends one.</summary>
    public const int MaxCount = 128;

    public long Index { get; } = index;

    public GatheredText Text { get; } = new();

    public StringBuilder Refusal { get; } = new();

    public ReasoningAssembly Reasoning { get; } = new(budget);

    public ToolCallAssembly ToolCalls { get; } = new(budget);

    public MediaAssembly Media { get; } = new(budget);

    public LogprobAssembly Logprobs { get; } = new(budget);

    public string? FinishReason { get; set; }

    public string? NativeFinishReason { get; set; }

    /// <summary>The choice as an answer of its own.</summary>
    public ChatAnswer Snapshot(AnswerOutcome outcome) => new()
    {
        ChoiceIndex = Index,
        Text = Text.ToString(),
        Reasoning = Reasoning.Text,
        ReasoningDetails = Reasoning.Details(),
        ToolCalls = ToolCalls.ToCalls(outcome == AnswerOutcome.Completed, FinishReason),
        Images = [.. Media.Images],
        Annotations = [.. Media.Annotations],
        Audio = Media.Audio(),
        Refusal = Refusal.Length == 0 ? null : JsonText.Whole(Refusal),
        Logprobs = Logprobs.ToLogprobs(),
        FinishReason = FinishReason,
        NativeFinishReason = NativeFinishReason,
        Outcome = outcome,
    };
}
