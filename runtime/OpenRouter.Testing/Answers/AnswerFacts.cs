using OpenRouter.Models;

namespace OpenRouter.Testing.Answers;

/// <summary>An answer to one request, with everything decided: ids, texts, counts.</summary>
internal sealed record AnswerFacts
{
    private const decimal PromptPrice = 0.000001m;
    private const decimal CompletionPrice = 0.000002m;

    public required string Id { get; init; }

    public required long Created { get; init; }

    public required string Model { get; init; }

    public required string Provider { get; init; }

    public required ChatScript Script { get; init; }

    public required IReadOnlyList<string> Pieces { get; init; }

    public required string? FinishReason { get; init; }

    public required string? NativeFinishReason { get; init; }

    public required long PromptTokens { get; init; }

    public required long CompletionTokens { get; init; }

    public required decimal Cost { get; init; }

    /// <summary>The usage, as the service counts it.</summary>
    public ChatUsage Usage => new()
    {
        PromptTokens = PromptTokens,
        CompletionTokens = CompletionTokens,
        TotalTokens = PromptTokens + CompletionTokens,
        Cost = Cost,
        IsByok = false,
        PromptTokensDetails = new PromptTokensDetails { CachedTokens = 0, AudioTokens = 0 },
        CompletionTokensDetails = new CompletionTokensDetails { ReasoningTokens = Script.Reasoning.Count },
        CostDetails = new CostDetails { UpstreamInferencePromptCost = PromptTokens * PromptPrice, UpstreamInferenceCompletionsCost = Cost - (PromptTokens * PromptPrice) },
    };

    /// <summary>Decides an answer; the same script, request and number always give the same.</summary>
    public static AnswerFacts Decide(ChatScript script, ChatQuestion question, string id, long created)
    {
        var isCut = question.MaxTokens is { } limit && limit < script.Pieces.Count;
        var pieces = isCut ? [.. script.Pieces.Take((int)question.MaxTokens!.Value)] : script.Pieces;
        var (finish, native) = script switch
        {
            { HasOwnFinish: true } => (script.FinishReason, script.NativeFinishReason),
            _ when isCut => ("length", "max_tokens"),
            { ToolCalls.Count: > 0 } => ("tool_calls", "tool_use"),
            _ => ("stop", "end_turn"),
        };
        var promptTokens = script.PromptTokens ?? question.Tokens;
        var completionTokens = script.CompletionTokens ?? pieces.Count + script.Reasoning.Count + script.ToolCalls.Sum(call => TokenPieces.Split(call.Arguments).Count());
        return new AnswerFacts
        {
            Id = id,
            Created = created,
            Model = question.Model,
            Provider = script.Provider,
            Script = script,
            Pieces = pieces,
            FinishReason = finish,
            NativeFinishReason = native,
            PromptTokens = promptTokens,
            CompletionTokens = completionTokens,
            Cost = script.Cost ?? ((promptTokens * PromptPrice) + (completionTokens * CompletionPrice)),
        };
    }
}
