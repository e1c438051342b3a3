namespace OpenRouter.Benchmarks.Bodies;

/// <summary>What a contender read: enough to tell that it really read everything.</summary>
/// <param name="TextLength">UTF-16 units of all content deltas.</param>
/// <param name="TextHash">A hash over the content deltas.</param>
/// <param name="ReasoningLength">UTF-16 units of all reasoning deltas.</param>
/// <param name="ArgumentsLength">UTF-16 units of all tool argument fragments.</param>
/// <param name="FinishReason">The finish reason.</param>
/// <param name="CompletionTokens">From usage.</param>
/// <param name="Fields">The sum over every field of the chunks before the finish reason; 0 when the body does not ask for it.</param>
/// <param name="Lines">Line feeds, of a contender that counts nothing else.</param>
internal readonly record struct ReadResult(long TextLength, int TextHash, long ReasoningLength, long ArgumentsLength, string? FinishReason, long CompletionTokens, long Fields = 0, long Lines = 0)
{
    public static int Hash(int hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
