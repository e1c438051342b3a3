namespace OpenRouter.Testing.Answers;

/// <summary>What a model answers, as the test scripted it. What is null is worked out from the request.</summary>
internal sealed record ChatScript
{
    public IReadOnlyList<string> Pieces { get; init; } = [];

    public IReadOnlyList<string> Reasoning { get; init; } = [];

    public string? Signature { get; init; }

    public IReadOnlyList<ScriptedToolCall> ToolCalls { get; init; } = [];

    /// <summary>Whether the test set the finish reason, be it to null.</summary>
    public bool HasOwnFinish { get; init; }

    public string? FinishReason { get; init; }

    public string? NativeFinishReason { get; init; }

    public string Provider { get; init; } = "Emulator";

    public long? PromptTokens { get; init; }

    public long? CompletionTokens { get; init; }

    public decimal? Cost { get; init; }
}
