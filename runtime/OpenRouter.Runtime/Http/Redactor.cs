using System.Text;
using OpenRouter.Core;

namespace OpenRouter.Runtime.Http;

/// <summary>
/// Takes keys out of text that came from elsewhere: the key of the client and whatever looks like a key of OpenRouter,
/// also where it is escaped for JSON, an address or HTML, in base64, in other case, or cut at the end of the text.
/// </summary>
internal sealed class Redactor
{
    private const string Prefix = "sk-or-";
    private const string Mask = "***";

    /// <summary>A shorter key is a word such as "local"; it is taken out where it stands alone.</summary>
    private const int ShortestAnywhere = 8;

    /// <summary>So many letters of a key at the end of a text are a key that was cut.</summary>
    private const int ShortestCut = 6;

    private readonly string? _key;
    private readonly string[] _encoded;
    private readonly string _starts;

    /// <summary>Makes a redactor.</summary>
    /// <param name="key">The key of the client.</param>
    public Redactor(ApiKey? key)
    {
        _key = key?.Reveal();
        _encoded = _key is { Length: >= ShortestAnywhere } ? KeyForms.Base64(_key) : [];
        var first = _key is null ? "" : _key[..1].ToLowerInvariant() + _key[..1].ToUpperInvariant();
        foreach (var part in _encoded)
        {
            first += part[0];
        }

        // Read letter by letter: what searches with vectors takes longer to compile than a header or an error takes to read.
        _starts = "sS\\%&" + first;
    }

    /// <summary>The text without keys.</summary>
    public string Clean(string text)
    {
        StringBuilder? clean = null;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!_starts.Contains(text[at]))
            {
                continue;
            }

            var (start, end) = Find(text, at, copied);
            if (end > start)
            {
                (clean ??= new StringBuilder()).Append(text, copied, start - copied).Append(Mask);
                copied = end;
                at = end - 1;
            }
        }

        return clean is null ? text : clean.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The exception itself, or one that says the same without the key.</summary>
    public Exception? Clean(Exception? exception)
    {
        if (exception is null)
        {
            return null;
        }

        var text = exception.ToString();
        return ReferenceEquals(Clean(text), text) ? exception : new IOException(Clean(exception.Message), Clean(exception.InnerException));
    }

    private (int Start, int End) Find(string text, int at, int copied)
    {
        var length = Math.Max(KeyLength(text, at), PrefixedLength(text, at));
        if (length > 0)
        {
            return (StartOf(text, at, copied), at + length);
        }

        foreach (var part in _encoded)
        {
            if (MatchLength(text.AsSpan(at), part, ignoreCase: false) is > 0 and var found)
            {
                return Widen(text, at, at + found, copied);
            }
        }

        return (at, at);
    }

    private int KeyLength(string text, int at)
    {
        if (_key is null)
        {
            return 0;
        }

        var length = MatchLength(text.AsSpan(at), _key, ignoreCase: true);
        var isWord = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length >= text.Length || !char.IsLetterOrDigit(text[at + length]));
        return _key.Length >= ShortestAnywhere || isWord ? length : 0;
    }

    private static int PrefixedLength(string text, int at)
    {
        var end = at + MatchLength(text.AsSpan(at), Prefix, ignoreCase: true);
        while (end > at && end < text.Length)
        {
            var count = EscapedLetter.Read(text.AsSpan(end), out var letter);
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '*'))
            {
                break;
            }

            end += count;
        }

        return end - at;
    }

    /// <summary>How many characters stand for the secret; 0 when it is not there.</summary>
    private static int MatchLength(ReadOnlySpan<char> text, string secret, bool ignoreCase)
    {
        var at = 0;
        for (var index = 0; index < secret.Length; index++)
        {
            if (at >= text.Length)
            {
                return index >= ShortestCut && secret.Length > ShortestAnywhere ? text.Length : 0;
            }

            var count = EscapedLetter.Read(text[at..], out var letter);
            if (!IsSame(letter, secret[index], ignoreCase))
            {
                if (!IsSame(text[at], secret[index], ignoreCase))
                {
                    return 0;
                }

                count = 1;
            }

            at += count;
        }

        return at;
    }

    private static bool IsSame(char letter, char expected, bool ignoreCase)
        => letter == expected || (ignoreCase && char.ToLowerInvariant(letter) == char.ToLowerInvariant(expected));

    /// <summary>A backslash that escapes the first letter goes with it, or it would escape the mask.</summary>
    private static int StartOf(string text, int at, int copied)
    {
        var slashes = 0;
        while (at - slashes > copied && text[at - slashes - 1] == '\\')
        {
            slashes++;
        }

        return text[at] != '\\' && slashes % 2 == 1 ? at - 1 : at;
    }

    /// <summary>What stands around a part of base64 belongs to it.</summary>
    private static (int Start, int End) Widen(string text, int start, int end, int copied)
    {
        while (start > copied && IsBase64(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsBase64(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsBase64(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '=' or '-' or '_';
}
