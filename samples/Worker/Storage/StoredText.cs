namespace Worker.Storage;

/// <summary>
/// Makes texts storable. PostgreSQL takes no NUL, and no encoding takes half of a surrogate pair; a model can send both, and one letter must not cost an answer. Each bad
/// character becomes one other, so that places in a text stay what they are.
/// </summary>
internal static class StoredText
{
    private const char Replacement = '\uFFFD';

    public static string Clean(string text)
    {
        var first = FirstBad(text);
        return first < 0
            ? text
            : string.Create(text.Length, text, static (clean, text) =>
            {
                for (var index = 0; index < text.Length; index++)
                {
                    clean[index] = IsGood(text, index) ? text[index] : Replacement;
                }
            });
    }

    private static int FirstBad(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsGood(text, index))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsGood(string text, int index) => text[index] switch
    {
        '\0' => false,
        var letter when char.IsHighSurrogate(letter) => index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]),
        var letter when char.IsLowSurrogate(letter) => index > 0 && char.IsHighSurrogate(text[index - 1]),
        _ => true,
    };
}
