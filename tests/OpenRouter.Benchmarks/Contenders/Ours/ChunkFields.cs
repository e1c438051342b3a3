using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Models;
using OpenRouter.Models.Streaming;

namespace OpenRouter.Benchmarks.Contenders.Ours;

/// <summary>Looks at every field of our chunk.</summary>
internal static class ChunkFields
{
    public static long Sum(StreamingChatResponse chunk)
    {
        var sum = FieldSum.Of(chunk.Id) + FieldSum.Of(chunk.Provider) + FieldSum.Of(chunk.Model) + FieldSum.Of(chunk.Object)
            + (chunk.Created ?? 0) + FieldSum.Of(chunk.ServiceTier) + FieldSum.Of(chunk.SystemFingerprint);
        foreach (var choice in chunk.Choices ?? [])
        {
            sum += (choice.Index ?? 0) + FieldSum.Of(choice.NativeFinishReason) + Sum(choice.Delta);
            sum = unchecked(sum + Sum(choice.Logprobs?.Content) + Sum(choice.Logprobs?.Refusal));
        }

        return sum;
    }

    private static long Sum(StreamingChatDelta? delta)
    {
        if (delta is null)
        {
            return 0;
        }

        var sum = FieldSum.Of(delta.Role) + FieldSum.Of(delta.Content) + FieldSum.Of(delta.Reasoning) + FieldSum.Of(delta.Refusal);
        foreach (var call in delta.ToolCalls ?? [])
        {
            sum += (call.Index ?? 0) + FieldSum.Of(call.Id) + FieldSum.Of(call.Type) + FieldSum.Of(call.Function?.Name) + FieldSum.Of(call.Function?.Arguments);
        }

        foreach (var detail in delta.ReasoningDetails ?? [])
        {
            if (detail.TryGetReasoningDetailText(out var text))
            {
                sum += FieldSum.Of(text.Type) + FieldSum.Of(text.Text) + FieldSum.Of(text.Signature) + FieldSum.Of(text.Id) + FieldSum.Of(text.Format?.Value) + (text.Index ?? 0);
            }
        }

        return sum;
    }

    private static long Sum(IReadOnlyList<ChatTokenLogprob>? tokens)
    {
        long sum = 0;
        foreach (var token in tokens ?? [])
        {
            sum = unchecked(sum + FieldSum.Of(token.Token) + FieldSum.Of(token.Logprob) + Sum(token.Bytes));
            foreach (var top in token.TopLogprobs)
            {
                sum = unchecked(sum + FieldSum.Of(top.Token) + FieldSum.Of(top.Logprob) + Sum(top.Bytes));
            }
        }

        return sum;
    }

    private static long Sum(IReadOnlyList<long>? bytes)
    {
        long sum = 0;
        foreach (var value in bytes ?? [])
        {
            sum += value;
        }

        return sum;
    }
}
