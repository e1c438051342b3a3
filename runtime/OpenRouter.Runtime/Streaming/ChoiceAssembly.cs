using System.Text;

namespace OpenRouter.Runtime.Streaming;

/// <summary>One choice of an answer, growing.</summary>
/// <param name="index">The index on the wire: a key, not a position.</param>
internal sealed class ChoiceAssembly(long index)
{
    /// <summary>The most choices of one answer. OpenRouter sends one.</summary>
    public const int MaxCount = 128;

    public long Index { get; } = index;

    public StringBuilder Text { get; } = new();

    public StringBuilder Refusal { get; } = new();

    public ReasoningAssembly Reasoning { get; } = new();

    public ToolCallAssembly ToolCalls { get; } = new();

    public MediaAssembly Media { get; } = new();

    public string? FinishReason { get; set; }

    public string? NativeFinishReason { get; set; }

    public ChatAnswer Snapshot(AnswerOutcome outcome) => new()
    {
        Text = Text.ToString(),
        Reasoning = Reasoning.Text,
        ReasoningDetails = Reasoning.Details(),
        ToolCalls = ToolCalls.ToCalls(outcome == AnswerOutcome.Completed, FinishReason),
        Images = [.. Media.Images],
        Annotations = [.. Media.Annotations],
        Audio = Media.Audio(),
        Refusal = Refusal.Length == 0 ? null : Refusal.ToString(),
        FinishReason = FinishReason,
        NativeFinishReason = NativeFinishReason,
        Outcome = outcome,
    };
}
