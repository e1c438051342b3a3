using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Wires;

namespace OpenRouter.Runtime.Telemetry;

/// <summary>What telemetry tells of an answer that is not streamed. It is read only when somebody listens.</summary>
internal sealed record AnswerEnvelope(string? Id, string? Model, string? Provider, string? FinishReason, TokenUsage? Usage)
{
    private static readonly AnswerEnvelope None = new(null, null, null, null, null);

    /// <summary>Reads an answer; what it lacks is null.</summary>
    public static AnswerEnvelope Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var answer = JsonModel.Parse<JsonElement>(body, JsonRead.Element);
            return answer.ValueKind != JsonValueKind.Object
                ? None
                : new AnswerEnvelope(answer.TextOrEmpty("id"), answer.TextOrEmpty("model"), answer.TextOrEmpty("provider"), Reason(answer), Use(answer.Get("usage")));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string? Reason(JsonElement answer)
        => answer.Get("choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0
            ? choices[0].TextOrEmpty("finish_reason")
            : answer.TextOrEmpty("stop_reason") ?? answer.TextOrEmpty("status");

    private static TokenUsage? Use(JsonElement? member) => member is not { ValueKind: JsonValueKind.Object } usage ? null : new TokenUsage
    {
        PromptTokens = usage.Number("prompt_tokens") ?? usage.Number("input_tokens"),
        CompletionTokens = usage.Number("completion_tokens") ?? usage.Number("output_tokens"),
        TotalTokens = usage.Number("total_tokens"),
        Cost = usage.Get("cost") is { ValueKind: JsonValueKind.Number } cost && cost.TryGetDecimal(out var amount) ? amount : null,
    };
}
