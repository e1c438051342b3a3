namespace OpenRouter.Benchmarks.Bodies;

/// <summary>The deltas of texts and of reasoning.</summary>
internal static class Deltas
{
    public static Delta Text(Random random, int position) => OfContent(Vocabulary.Next(random));

    public static Delta Large(Random random, int position) => OfContent(LargeText.Next(random));

    /// <summary>Three deltas of reasoning to one of content.</summary>
    public static Delta Reasoning(Random random, int position)
    {
        var word = Vocabulary.Next(random);
        if (position % 4 == 3)
        {
            return OfContent(word);
        }

        var quoted = JsonQuote.Of(word);
        return new(
            $$"""{"role":"assistant","content":"","reasoning":{{quoted}},"reasoning_details":[{"type":"reasoning.text","text":{{quoted}},"format":"anthropic-claude-v1","index":0}]}""",
            Reasoning: word);
    }

    private static Delta OfContent(string content) => new($$"""{"role":"assistant","content":{{JsonQuote.Of(content)}}}""", Content: content);
}
