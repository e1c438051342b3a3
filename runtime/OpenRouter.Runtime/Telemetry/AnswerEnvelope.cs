using System.Text.Json;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;

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
                : new AnswerEnvelope(Text(answer, "id"), Text(answer, "model"), Text(answer, "provider"), Reason(answer), Use(Member(answer, "usage")));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string? Reason(JsonElement answer)
        => Member(answer, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0
            ? Text(choices[0], "finish_reason")
            : Text(answer, "stop_reason") ?? Text(answer, "status");

    private static TokenUsage? Use(JsonElement usage) => usage.ValueKind != JsonValueKind.Object ? null : new TokenUsage
    {
        PromptTokens = Count(usage, "prompt_tokens") ?? Count(usage, "input_tokens"),
        CompletionTokens = Count(usage, "completion_tokens") ?? Count(usage, "output_tokens"),
        TotalTokens = Count(usage, "total_tokens"),
        Cost = Member(usage, "cost") is { ValueKind: JsonValueKind.Number } cost && cost.TryGetDecimal(out var amount) ? amount : null,
    };

    private static JsonElement Member(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static long? Count(JsonElement parent, string name) => Member(parent, name).TryGetIndex(out var value) ? value : null;
}
