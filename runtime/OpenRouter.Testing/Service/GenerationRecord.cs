using System.Globalization;
using OpenRouter.Models;
using OpenRouter.Runtime.Json;
using OpenRouter.Testing.Answers;

namespace OpenRouter.Testing.Service;

/// <summary>The record of a generation, as it can be looked up after the answer.</summary>
internal static class GenerationRecord
{
    public static byte[] Body(EmulatedRequest request, AnswerFacts facts)
    {
        var completionTokens = request.Aborted ? Math.Min(request.SentPieces, facts.CompletionTokens) : facts.CompletionTokens;
        return JsonModel.ToUtf8(new GenerationResponse
        {
            Data = new Generation
            {
                Id = facts.Id,
                ApiType = GenerationApiType.Completions,
                Model = facts.Model,
                ProviderName = facts.Provider,
                CreatedAt = Iso(facts.Created),
                Streamed = request.IsStreamed,
                Cancelled = request.Aborted,
                FinishReason = request.Aborted ? null : facts.FinishReason,
                NativeFinishReason = request.Aborted ? null : facts.NativeFinishReason,
                TotalCost = facts.Cost,
                Usage = facts.Cost,
                TokensPrompt = facts.PromptTokens,
                TokensCompletion = completionTokens,
                NativeTokensPrompt = facts.PromptTokens,
                NativeTokensCompletion = completionTokens,
                NativeTokensReasoning = facts.Script.Reasoning.Count,
                IsByok = false,
                DataRegion = DataRegion.Global,
                Origin = "",
                AdditionalProperties = WireNull.Of("app_id", "cache_discount", "router", "service_tier", "upstream_id"),
            },
        });
    }

    private static string Iso(long unixSeconds)
        => DateTimeOffset.FromUnixTimeSeconds(unixSeconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
