using System.Text.Json.Serialization;
using OpenRouter.Benchmarks.Contenders.Expert;

namespace OpenRouter.Benchmarks.Answers;

internal sealed class ExpertCompletion
{
    public string? Id { get; set; }

    public string? Object { get; set; }

    public long Created { get; set; }

    public string? Model { get; set; }

    public string? Provider { get; set; }

    public string? ServiceTier { get; set; }

    public string? SystemFingerprint { get; set; }

    public List<ExpertCompletionChoice>? Choices { get; set; }

    public ExpertUsage? Usage { get; set; }
}

internal sealed class ExpertCompletionChoice
{
    public int Index { get; set; }

    public ExpertLogprobs? Logprobs { get; set; }

    public string? FinishReason { get; set; }

    public string? NativeFinishReason { get; set; }

    public ExpertCompletionMessage? Message { get; set; }

    public ExpertError? Error { get; set; }
}

internal sealed class ExpertCompletionMessage
{
    public string? Role { get; set; }

    public string? Content { get; set; }

    public string? Refusal { get; set; }

    public string? Reasoning { get; set; }

    public List<ExpertReasoningDetail>? ReasoningDetails { get; set; }

    public List<ExpertToolCall>? ToolCalls { get; set; }

    public List<ExpertAnnotation>? Annotations { get; set; }

    public List<ExpertImage>? Images { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExpertCompletion))]
[JsonSerializable(typeof(ExpertModels))]
internal sealed partial class ExpertAnswerJson : JsonSerializerContext;
