using System;
using System.Linq;

namespace OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;

/// <summary>Whether a text is a key of OpenRouter wherever it stands, or can be some key where one is expected.</summary>
internal static class KeyShape
{
    private const string Prefix = "sk-or-v1-";
    private const int Digits = 64;
    private const int ShortestKey = 16;

    private static readonly string[] s_placeholders =
    [
        "your", "placeholder", "change", "replace", "insert", "todo", "example", "dummy", "fake", "test", "sample", "demo", "mock", "stub",
        "xxx", "...", "api-key", "api_key", "apikey", "unused", "not-needed", "required", "ollama", "lm-studio", "redacted", "secret",
    ];

    /// <summary>Whether the text holds a whole key that is certain to be one.</summary>
    public static bool HoldsKey(string text)
    {
        for (var start = text.IndexOf(Prefix, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Prefix, start + 1, StringComparison.Ordinal))
        {
            var digits = text.Skip(start + Prefix.Length).TakeWhile(IsHexDigit).Take(Digits).ToArray();
            if (digits.Length == Digits && !IsMadeUp(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text is such a key and nothing else.</summary>
    public static bool IsKey(string text)
    {
        return text.Length == Prefix.Length + Digits && text.StartsWith(Prefix, StringComparison.Ordinal) && HoldsKey(text);
    }

    /// <summary>Whether a text that is given as a key can be one, and does not just show where one belongs.</summary>
    public static bool MayBeKey(string text)
    {
        return text.Length >= ShortestKey
            && !text.Any(static character => char.IsWhiteSpace(character) || character is '<' or '>' or '{' or '}' or '$' or '%' or '*' or '\u2026')
            && !Array.Exists(s_placeholders, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            && !IsNameOfVariable(text)
            && text.Any(char.IsDigit)
            && text.Any(char.IsLetter)
            && !IsMadeUp(text.StartsWith(Prefix, StringComparison.Ordinal) ? text.Substring(Prefix.Length).ToCharArray() : text.ToCharArray());
    }

    // Few different characters, a short piece again and again, or a run such as 0123...: no generator of keys writes these.
    private static bool IsMadeUp(char[] text)
    {
        return text.Distinct().Count() <= 4
            || Enumerable.Range(1, Math.Max(0, Math.Min(16, text.Length / 2))).Any(period => Repeats(text, period));
    }

    private static bool Repeats(char[] text, int period)
    {
        for (var i = period; i < text.Length; i++)
        {
            if (text[i] != text[i - period])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNameOfVariable(string text)
    {
        return text.All(static character => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_') && text.IndexOf('_') > 0;
    }

    private static bool IsHexDigit(char character)
    {
        return character is (>= '0' and <= '9') or (>= 'a' and <= 'f');
    }
}
