using OpenRouter.Core;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>Joins the answers of several attempts into one.</summary>
internal static class AnswerJoin
{
    /// <summary>
    /// The answer that went on from a partial one. Text follows text; the reasoning to send back is that of the later attempt
    /// alone, since signatures hold for one generation only.
    /// </summary>
    public static ChatAnswer Continue(ChatAnswer before, ChatAnswer after) => after with
    {
        Text = before.Text + after.Text,
        Reasoning = before.Reasoning + after.Reasoning,
        Images = [.. before.Images, .. after.Images],
        Annotations = [.. before.Annotations, .. after.Annotations],
        Logprobs = Join(before.Logprobs, after.Logprobs),
    };

    private static AnswerLogprobs? Join(AnswerLogprobs? before, AnswerLogprobs? after) => before is null || after is null
        ? before ?? after
        : new AnswerLogprobs([.. before.Content, .. after.Content], [.. before.Refusal, .. after.Refusal]);

    /// <summary>What all attempts together used and cost; null when none said so.</summary>
    /// <param name="attempts">The attempts that have ended.</param>
    /// <param name="own">The usage of one that has not.</param>
    public static TokenUsage? Sum(IReadOnlyList<CallAttempt> attempts, TokenUsage? own)
    {
        TokenUsage? sum = null;
        for (var index = 0; index < attempts.Count; index++)
        {
            sum = Sum(sum, attempts[index].Usage);
        }

        return Sum(sum, own);
    }

    private static TokenUsage? Sum(TokenUsage? sum, TokenUsage? next) => sum is null || next is null
        ? sum ?? next
        : new TokenUsage
        {
            PromptTokens = Sum(sum.PromptTokens, next.PromptTokens),
            CompletionTokens = Sum(sum.CompletionTokens, next.CompletionTokens),
            TotalTokens = Sum(sum.TotalTokens, next.TotalTokens),
            ReasoningTokens = Sum(sum.ReasoningTokens, next.ReasoningTokens),
            CachedTokens = Sum(sum.CachedTokens, next.CachedTokens),
            Cost = sum.Cost is null ? next.Cost : next.Cost is null ? sum.Cost : sum.Cost + next.Cost,
            Source = next.Source ?? sum.Source,
        };

    private static long? Sum(long? first, long? second) => first is null ? second : second is null ? first : first + second;
}
