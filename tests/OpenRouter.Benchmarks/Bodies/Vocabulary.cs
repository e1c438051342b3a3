namespace OpenRouter.Benchmarks.Bodies;

/// <summary>Six thousand tokens, drawn by Zipf's law as those of a language are.</summary>
internal static class Vocabulary
{
    private const int Count = 6000;

    private static readonly string[] Common =
        [",", " the", ".", " a", " to", " and", " of", " is", " in", "\n", " it", " with", " \u201C", "\u201D", " that", " for", " you", "\n\n", " as", "'s", " \"", "\"", " na\u00EFve", " \u2014", " caf\u00E9"];

    private static readonly string[] Syllables = ["ra", "ti", "on", "el", "ma", "ker", "ving", "sto", "lu", "per", "den", "ab", "is", "com", "tre", "no", "fi", "gra", "ous", "ly"];

    private static readonly string[] Tokens = Write();

    public static string Next(Random random) => Tokens[(int)Math.Pow(Count, random.NextDouble()) - 1];

    private static string[] Write()
    {
        var random = new Random(11);
        var tokens = new string[Count];
        for (var i = 0; i < Count; i++)
        {
            tokens[i] = i < Common.Length
                ? Common[i]
                : (random.Next(4) == 0 ? "" : " ") + string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        }

        return tokens;
    }
}
