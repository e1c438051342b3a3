using System.Text.Json.Serialization;

namespace OpenRouter.Benchmarks.Contenders.Expert;

internal sealed class ExpertChunk
{
    public string? Id { get; set; }

    public string? Provider { get; set; }

    public string? Model { get; set; }

    public string? Object { get; set; }

    public long Created { get; set; }

    public List<ExpertChoice>? Choices { get; set; }

    public string? ServiceTier { get; set; }

    public string? SystemFingerprint { get; set; }

    public ExpertUsage? Usage { get; set; }

    public ExpertError? Error { get; set; }
}

internal sealed class ExpertChoice
{
    public int Index { get; set; }

    public ExpertDelta? Delta { get; set; }

    public string? FinishReason { get; set; }

    public string? NativeFinishReason { get; set; }

    public ExpertLogprobs? Logprobs { get; set; }

    public ExpertError? Error { get; set; }
}

internal sealed class ExpertDelta
{
    public string? Role { get; set; }

    public string? Content { get; set; }

    public string? Reasoning { get; set; }

    public string? Refusal { get; set; }

    public List<ExpertReasoningDetail>? ReasoningDetails { get; set; }

    public List<ExpertToolCall>? ToolCalls { get; set; }

    public List<ExpertAnnotation>? Annotations { get; set; }

    public List<ExpertImage>? Images { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExpertChunk))]
internal sealed partial class ExpertJson : JsonSerializerContext;
