using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders.Expert;

/// <summary>Looks at every field of the expert's chunk.</summary>
internal static class ExpertFields
{
    public static long Sum(ExpertChunk chunk)
    {
        var sum = FieldSum.Of(chunk.Id) + FieldSum.Of(chunk.Provider) + FieldSum.Of(chunk.Model) + FieldSum.Of(chunk.Object)
            + chunk.Created + FieldSum.Of(chunk.ServiceTier) + FieldSum.Of(chunk.SystemFingerprint);
        foreach (var choice in chunk.Choices ?? [])
        {
            sum += choice.Index + FieldSum.Of(choice.NativeFinishReason) + Sum(choice.Delta);
            sum = unchecked(sum + Sum(choice.Logprobs?.Content) + Sum(choice.Logprobs?.Refusal));
        }

        return sum;
    }

    private static long Sum(ExpertDelta? delta)
    {
        if (delta is null)
        {
            return 0;
        }

        var sum = FieldSum.Of(delta.Role) + FieldSum.Of(delta.Content) + FieldSum.Of(delta.Reasoning) + FieldSum.Of(delta.Refusal);
        foreach (var call in delta.ToolCalls ?? [])
        {
            sum += call.Index + FieldSum.Of(call.Id) + FieldSum.Of(call.Type) + FieldSum.Of(call.Function?.Name) + FieldSum.Of(call.Function?.Arguments);
        }

        foreach (var detail in delta.ReasoningDetails ?? [])
        {
            sum += FieldSum.Of(detail.Type) + FieldSum.Of(detail.Text) + FieldSum.Of(detail.Signature) + FieldSum.Of(detail.Id) + FieldSum.Of(detail.Format) + (detail.Index ?? 0);
        }

        return sum;
    }

    private static long Sum(List<ExpertLogprob>? tokens)
    {
        long sum = 0;
        foreach (var token in tokens ?? [])
        {
            sum = unchecked(sum + FieldSum.Of(token.Token) + FieldSum.Of(token.Logprob) + Sum(token.Bytes));
            foreach (var top in token.TopLogprobs ?? [])
            {
                sum = unchecked(sum + FieldSum.Of(top.Token) + FieldSum.Of(top.Logprob) + Sum(top.Bytes));
            }
        }

        return sum;
    }

    private static long Sum(List<int>? bytes)
    {
        long sum = 0;
        foreach (var value in bytes ?? [])
        {
            sum += value;
        }

        return sum;
    }
}
