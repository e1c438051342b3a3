using System.Text.Json;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming.Wires;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>Reads what a generation used and cost from the record that the service keeps of it.</summary>
internal static class GenerationUsage
{
    /// <summary>Asks for the record of a generation.</summary>
    /// <param name="connection">What is asked through.</param>
    /// <param name="id">The id of the generation.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    public static async Task<TokenUsage?> FetchAsync(ApiConnection connection, string id, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Get, "generation") { Operation = "getGeneration", IsLookup = true }.Query("id", id);
        using var body = await FetchedBody.FetchAsync(connection, request, "application/json", holdsErrors: true, cancellationToken).ConfigureAwait(false);
        try
        {
            return Read(JsonModel.Parse<JsonElement>(body.Bytes, JsonRead.Element));
        }
        catch (JsonException exception)
        {
            throw connection.Failures.Protocol($"The record of a generation ({request}) is not what was expected: {exception.Message}", body.Facts, body.Bytes, exception);
        }
    }

    /// <summary>The usage in a record; the native counts are those that are billed.</summary>
    public static TokenUsage? Read(JsonElement record)
    {
        if (record.Get("data") is not { ValueKind: JsonValueKind.Object } data)
        {
            throw new JsonException("It has no data.");
        }

        var prompt = data.Number("native_tokens_prompt") ?? data.Number("tokens_prompt");
        var completion = data.Number("native_tokens_completion") ?? data.Number("tokens_completion");
        return new TokenUsage
        {
            PromptTokens = prompt,
            CompletionTokens = completion,
            TotalTokens = prompt is null && completion is null ? null : (prompt ?? 0) + (completion ?? 0),
            ReasoningTokens = data.Number("native_tokens_reasoning"),
            CachedTokens = data.Number("native_tokens_cached"),
            Cost = Money(data, "total_cost") ?? Money(data, "usage"),
        };
    }

    private static decimal? Money(JsonElement data, string name)
        => data.Get(name) is { ValueKind: JsonValueKind.Number } value
            ? value.TryGetDecimal(out var exact) ? exact : value.TryGetDouble(out var near) && Math.Abs(near) < 1e15 ? (decimal)near : null
            : null;
}
