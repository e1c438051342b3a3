using System.Text.Json.Serialization;

namespace OpenRouter.Benchmarks.Contenders;

internal sealed class ExpertChunk
{
    public string? Id { get; set; }

    public string? Provider { get; set; }

    public string? Model { get; set; }

    public string? Object { get; set; }

    public long Created { get; set; }

    public List<ExpertChoice>? Choices { get; set; }

    public ExpertUsage? Usage { get; set; }
}

internal sealed class ExpertChoice
{
    public int Index { get; set; }

    public ExpertDelta? Delta { get; set; }

    public string? FinishReason { get; set; }

    public string? NativeFinishReason { get; set; }

    public object? Logprobs { get; set; }
}

internal sealed class ExpertDelta
{
    public string? Role { get; set; }

    public string? Content { get; set; }

    public string? Reasoning { get; set; }

    public List<ExpertReasoningDetail>? ReasoningDetails { get; set; }

    public List<ExpertToolCall>? ToolCalls { get; set; }
}

internal sealed class ExpertReasoningDetail
{
    public string? Type { get; set; }

    public string? Text { get; set; }

    public string? Format { get; set; }

    public int? Index { get; set; }
}

internal sealed class ExpertToolCall
{
    public int Index { get; set; }

    public string? Id { get; set; }

    public string? Type { get; set; }

    public ExpertFunction? Function { get; set; }
}

internal sealed class ExpertFunction
{
    public string? Name { get; set; }

    public string? Arguments { get; set; }
}

internal sealed class ExpertUsage
{
    public long PromptTokens { get; set; }

    public long CompletionTokens { get; set; }

    public long TotalTokens { get; set; }

    public decimal? Cost { get; set; }

    public bool IsByok { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExpertChunk))]
internal sealed partial class ExpertJson : JsonSerializerContext;
