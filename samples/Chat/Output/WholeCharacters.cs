namespace Chat.Output;

/// <summary>A service may cut a text between the two halves of a character, such as an emoji. The first half waits here for the second one.</summary>
internal sealed class WholeCharacters
{
    private string _half = "";

    /// <summary>What can be shown now.</summary>
    public string Add(string? piece)
    {
        if (piece is not { Length: > 0 })
        {
            return "";
        }

        var text = _half + piece;
        _half = char.IsHighSurrogate(text[^1]) ? text[^1..] : "";
        return text[..^_half.Length];
    }
}
