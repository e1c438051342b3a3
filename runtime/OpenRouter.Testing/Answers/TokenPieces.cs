namespace OpenRouter.Testing.Answers;

/// <summary>Cuts text into pieces of about the size of a token: a word with the blank before it, long words in several.</summary>
internal static class TokenPieces
{
    private const int LongWord = 9;
    private const int Syllables = 5;

    public static IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfWord(text, start);
            if (end - start > LongWord)
            {
                end = start + Syllables;
                end += char.IsLowSurrogate(text[end]) ? 1 : 0;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }
}
