namespace OpenRouter.Benchmarks.Answers;

internal sealed class ExpertModels
{
    public List<ExpertModel>? Data { get; set; }

    public ExpertListLinks? Links { get; set; }

    public long TotalCount { get; set; }
}

internal sealed class ExpertListLinks
{
    public string? Next { get; set; }
}

internal sealed class ExpertModel
{
    public string? Id { get; set; }

    public string? CanonicalSlug { get; set; }

    public string? HuggingFaceId { get; set; }

    public string? Name { get; set; }

    public long Created { get; set; }

    public string? Description { get; set; }

    public long? ContextLength { get; set; }

    public ExpertArchitecture? Architecture { get; set; }

    public ExpertPricing? Pricing { get; set; }

    public ExpertTopProvider? TopProvider { get; set; }

    public ExpertLimits? PerRequestLimits { get; set; }

    public List<string>? SupportedParameters { get; set; }

    public ExpertDefaults? DefaultParameters { get; set; }

    public List<string>? SupportedVoices { get; set; }

    public string? KnowledgeCutoff { get; set; }

    public string? ExpirationDate { get; set; }

    public ExpertModelLinks? Links { get; set; }

    public ExpertModelReasoning? Reasoning { get; set; }

    public ExpertBenchmarks? Benchmarks { get; set; }

    public ExpertAliasTarget? AliasTarget { get; set; }
}

internal sealed class ExpertArchitecture
{
    public string? Modality { get; set; }

    public List<string>? InputModalities { get; set; }

    public List<string>? OutputModalities { get; set; }

    public string? Tokenizer { get; set; }

    public string? InstructType { get; set; }
}

internal sealed class ExpertTopProvider
{
    public long? ContextLength { get; set; }

    public long? MaxCompletionTokens { get; set; }

    public bool IsModerated { get; set; }
}

internal sealed class ExpertLimits
{
    public double PromptTokens { get; set; }

    public double CompletionTokens { get; set; }
}

internal sealed class ExpertModelLinks
{
    public string? Details { get; set; }
}

internal sealed class ExpertAliasTarget
{
    public string? Name { get; set; }

    public string? Slug { get; set; }
}

internal sealed class ExpertModelReasoning
{
    public bool Mandatory { get; set; }

    public bool? DefaultEnabled { get; set; }

    public bool? SupportsMaxTokens { get; set; }

    public string? DefaultEffort { get; set; }

    public List<string?>? SupportedEfforts { get; set; }
}
