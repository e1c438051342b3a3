using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>Escapes text for places in which more characters may stand than in a part of a path.</summary>
internal static class UriText
{
    // What would end the query, or part it into other parameters, is escaped even where reserved characters are allowed.
    private const string Kept = ":/?@!$'()*,;[]=";

    /// <summary>Escapes a value whose reserved characters stay as they are.</summary>
    public static string EscapeUnreserved(string value)
    {
        var text = new StringBuilder(value.Length);
        var start = 0;
        for (var at = 0; at <= value.Length; at++)
        {
            if (at == value.Length || Kept.Contains(value[at], StringComparison.Ordinal))
            {
                text.Append(Uri.EscapeDataString(value[start..at]));
                start = at + 1;
                if (at < value.Length)
                {
                    text.Append(value[at]);
                }
            }
        }

        return text.ToString();
    }

    /// <summary>Escapes what the value of a cookie cannot carry, and nothing else: few services decode cookies.</summary>
    public static string EscapeCookie(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            var isPlain = rune.Value is > ' ' and < 127 and not ('"' or ',' or ';' or '\\');
            text.Append(isPlain ? ((char)rune.Value).ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return text.ToString();
    }
}
