namespace OpenRouter.Benchmarks.Bodies;

/// <summary>What a contender read: enough to tell that it really read everything.</summary>
/// <param name="TextLength">UTF-16 units of all content deltas.</param>
/// <param name="TextHash">A hash over the content deltas.</param>
/// <param name="ArgumentsLength">UTF-16 units of all tool argument fragments.</param>
/// <param name="FinishReason">The finish reason.</param>
/// <param name="CompletionTokens">From usage.</param>
internal readonly record struct ReadResult(long TextLength, int TextHash, long ArgumentsLength, string? FinishReason, long CompletionTokens)
{
    public static int Hash(int hash, string text)
    {
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
