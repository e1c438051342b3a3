using System.Text.Json.Serialization;

namespace OpenRouter.Benchmarks.Answers;

internal sealed class ExpertPricing
{
    public string? Prompt { get; set; }

    public string? Completion { get; set; }

    public string? Request { get; set; }

    public string? Image { get; set; }

    public string? ImageToken { get; set; }

    public string? ImageOutput { get; set; }

    public string? Audio { get; set; }

    public string? AudioOutput { get; set; }

    public string? InputAudioCache { get; set; }

    public string? WebSearch { get; set; }

    public string? InternalReasoning { get; set; }

    public string? InputCacheRead { get; set; }

    public string? InputCacheWrite { get; set; }

    [JsonPropertyName("input_cache_write_1h")]
    public string? InputCacheWrite1h { get; set; }

    public double? Discount { get; set; }

    public List<ExpertPricingOverride>? Overrides { get; set; }
}

internal sealed class ExpertPricingOverride
{
    public double? MinPromptTokens { get; set; }

    public double? UtcStart { get; set; }

    public double? UtcEnd { get; set; }

    public string? Prompt { get; set; }

    public string? Completion { get; set; }

    public string? Audio { get; set; }

    public string? InputCacheRead { get; set; }

    public string? InputCacheWrite { get; set; }

    public string? InputAudioCache { get; set; }

    [JsonPropertyName("input_cache_write_1h")]
    public string? InputCacheWrite1h { get; set; }
}

internal sealed class ExpertDefaults
{
    public double? Temperature { get; set; }

    public double? TopP { get; set; }

    public long? TopK { get; set; }

    public double? FrequencyPenalty { get; set; }

    public double? PresencePenalty { get; set; }

    public double? RepetitionPenalty { get; set; }
}

internal sealed class ExpertBenchmarks
{
    public ExpertAnalysis? ArtificialAnalysis { get; set; }

    public List<ExpertArena>? DesignArena { get; set; }
}

internal sealed class ExpertAnalysis
{
    public double? IntelligenceIndex { get; set; }

    public double? CodingIndex { get; set; }

    public double? AgenticIndex { get; set; }
}

internal sealed class ExpertArena
{
    public string? Arena { get; set; }

    public string? Category { get; set; }

    public double Elo { get; set; }

    public long Rank { get; set; }

    public double WinRate { get; set; }
}
