namespace OpenRouter.Runtime.Streaming;

/// <summary>Hands text on in pieces that never cut a character in two: the first half of one waits for the second.</summary>
internal struct TextPieces
{
    private const string Replacement = "\uFFFD";
    private char _half;

    /// <summary>Whether half a character waits for its other half.</summary>
    public readonly bool HasHalf => _half != default;

    /// <summary>The next piece that is whole; null when there is none yet.</summary>
    public string? Next(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (_half != default)
        {
            text = char.IsLowSurrogate(text[0]) ? _half + text : Replacement + text;
            _half = default;
        }

        if (!char.IsHighSurrogate(text[^1]))
        {
            return text;
        }

        _half = text[^1];
        return text.Length == 1 ? null : text[..^1];
    }

    /// <summary>What is left at the end; null when nothing is.</summary>
    public string? Rest()
    {
        var hasHalf = _half != default;
        _half = default;
        return hasHalf ? Replacement : null;
    }
}
