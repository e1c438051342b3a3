using OpenRouter.Core;

namespace OpenRouter.Runtime.Http;

/// <summary>Takes keys out of text that came from elsewhere.</summary>
/// <param name="key">The key of the client.</param>
internal sealed class Redactor(ApiKey? key)
{
    private const string Prefix = "sk-or-";
    private const string Mask = "***";

    /// <summary>The text without the key of the client and without anything that looks like a key of OpenRouter.</summary>
    public string Clean(string text)
    {
        var clean = key is null ? text : text.Replace(key.Reveal(), Mask, StringComparison.Ordinal);
        var at = clean.IndexOf(Prefix, StringComparison.Ordinal);
        while (at >= 0)
        {
            var end = at + Prefix.Length;
            while (end < clean.Length && (char.IsAsciiLetterOrDigit(clean[end]) || clean[end] is '-' or '_'))
            {
                end++;
            }

            clean = string.Concat(clean.AsSpan(0, at), Mask, clean.AsSpan(end));
            at = clean.IndexOf(Prefix, at + Mask.Length, StringComparison.Ordinal);
        }

        return clean;
    }
}
