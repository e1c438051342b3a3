using System.Globalization;
using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>Cuts text of others to what belongs into a message.</summary>
internal static class Excerpts
{
    private const int MaxBodyChars = 8 * 1024;
    private const int MaxQuoteChars = 600;
    private const int MaxShortChars = 200;
    private const string UserId = "user_";
    private const int ShortestUserId = 12;

    /// <summary>The beginning of a body, as an exception keeps it.</summary>
    public static string Body(string text) => Cut(text, MaxBodyChars);

    /// <summary>What a service said.</summary>
    public static string Quote(string text) => Cut(OneLine(text, MaxQuoteChars), MaxQuoteChars);

    /// <summary>The first words of something that should not be there.</summary>
    public static string Short(string text) => text.Length == 0 ? "nothing" : Cut(OneLine(text, MaxShortChars), MaxShortChars);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
    }

    /// <summary>Control characters, also those that turn the direction of writing, have no place in a message that ends up in a log.</summary>
    private static string OneLine(string text, int length)
    {
        var line = new StringBuilder(Math.Min(text.Length, length + 1));
        foreach (var letter in WithoutUserIds(text).AsSpan().Trim())
        {
            if (line.Length > length)
            {
                break;
            }

            var isBlank = char.IsControl(letter) || char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
            if (!isBlank)
            {
                line.Append(letter);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>The id of a user is personal; a body has it, a message that is logged has not.</summary>
    private static string WithoutUserIds(string text)
    {
        var at = text.IndexOf(UserId, StringComparison.Ordinal);
        while (at >= 0)
        {
            var end = at + UserId.Length;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
            }

            var start = at + UserId.Length;
            text = end - start < ShortestUserId ? text : string.Concat(text.AsSpan(0, start), "***", text.AsSpan(end));
            at = text.IndexOf(UserId, start, StringComparison.Ordinal);
        }

        return text;
    }
}
