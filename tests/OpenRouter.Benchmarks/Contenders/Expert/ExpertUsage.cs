namespace OpenRouter.Benchmarks.Contenders.Expert;

internal sealed class ExpertUsage
{
    public long PromptTokens { get; set; }

    public long CompletionTokens { get; set; }

    public long TotalTokens { get; set; }

    public decimal? Cost { get; set; }

    public bool IsByok { get; set; }

    public ExpertPromptDetails? PromptTokensDetails { get; set; }

    public ExpertCompletionDetails? CompletionTokensDetails { get; set; }

    public ExpertCostDetails? CostDetails { get; set; }
}

internal sealed class ExpertPromptDetails
{
    public long? CachedTokens { get; set; }

    public long? CacheWriteTokens { get; set; }

    public long? AudioTokens { get; set; }

    public long? VideoTokens { get; set; }
}

internal sealed class ExpertCompletionDetails
{
    public long? ReasoningTokens { get; set; }

    public long? ImageTokens { get; set; }

    public long? AudioTokens { get; set; }
}

internal sealed class ExpertCostDetails
{
    public decimal? UpstreamInferenceCost { get; set; }

    public decimal? UpstreamInferencePromptCost { get; set; }

    public decimal? UpstreamInferenceCompletionsCost { get; set; }
}
