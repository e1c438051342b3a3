namespace Dashboard.Measuring;

/// <summary>Guesses how many tokens a text has, piece by piece: the service tells it at the end alone, and pieces are no tokens.</summary>
internal sealed class TokenEstimate
{
    private double _tokens;

    /// <summary>The guess so far.</summary>
    public long Tokens => (long)Math.Round(_tokens);

    public void Add(string text)
    {
        foreach (var character in text)
        {
            // English has about four characters a token, other alphabets two; of Chinese, Japanese and Korean each is about one.
            _tokens += character switch
            {
                < '\u0080' => 0.25,
                < '\u2E80' => 0.5,
                _ when char.IsSurrogate(character) => 0.5,
                _ => 1,
            };
        }
    }
}
