using System;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenRouter.Generator.OpenApi.JsonPaths;

/// <summary>Matches texts against I-Regexp patterns (RFC 9485), which .NET understands but for the meaning of the dot.</summary>
internal static class JsonPathPattern
{
    /// <summary>A pattern comes from a file: it must not be able to hold up the build.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    public static bool Matches(string text, string pattern, bool isWhole)
    {
        try
        {
            var translated = Translate(pattern);
            return Regex.IsMatch(text, isWhole ? $"\\A(?:{translated})\\z" : translated, RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The dot of I-Regexp leaves out both characters of a line end, the dot of .NET only the second.</summary>
    private static string Translate(string pattern)
    {
        var result = new StringBuilder();
        var isInClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                result.Append(c).Append(pattern[++i]);
                continue;
            }

            isInClass = c switch { '[' => true, ']' => false, _ => isInClass };
            result.Append(c == '.' && !isInClass ? "[^\\n\\r]" : c.ToString());
        }

        return result.ToString();
    }
}
