using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>What a call used and cost. Numbers that the service left out are null.</summary>
public sealed record TokenUsage
{
    /// <summary>Tokens of the prompt.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>Tokens of both.</summary>
    public long? TotalTokens { get; init; }

    /// <summary>Tokens that were spent on reasoning.</summary>
    public long? ReasoningTokens { get; init; }

    /// <summary>Tokens of the prompt that came from a cache.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>The cost in credits, that is in US dollars.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The usage with every member: of the generated type in a chat answer, else as the JSON that came.</summary>
    public IJsonWritable? Source { get; init; }
}
