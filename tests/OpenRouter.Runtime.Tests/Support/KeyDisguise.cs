using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenRouter.Runtime.Tests.Support;

/// <summary>The forms in which an echo can bring the key back, and a search that sees through all of them.</summary>
internal static partial class KeyDisguise
{
    private const string Key = Script.Key;

    public static Dictionary<string, Func<string>> All { get; } = new()
    {
        ["plain"] = static () => Key,
        ["bearer"] = static () => $"Bearer {Key}",
        ["upper case"] = static () => Key.ToUpperInvariant(),
        ["JSON, hyphens"] = static () => Key.Replace("-", "\\u002d", StringComparison.Ordinal),
        ["JSON, hyphens, upper case"] = static () => Key.Replace("-", "\\u002D", StringComparison.Ordinal),
        ["JSON, first letter"] = static () => $"\\u0073{Key[1..]}",
        ["JSON, whole"] = static () => string.Concat(Key.Select(static letter => $"\\u{(int)letter:x4}")),
        ["JSON in JSON"] = static () => string.Concat(Key.Select(static letter => $"\\\\u{(int)letter:x4}")),
        ["JSON in JSON in JSON"] = static () => string.Concat(Key.Select(static letter => $"\\\\\\\\u{(int)letter:x4}")),
        ["percent, hyphens"] = static () => Key.Replace("-", "%2d", StringComparison.Ordinal),
        ["percent, whole"] = static () => string.Concat(Key.Select(static letter => $"%{(int)letter:X2}")),
        ["percent twice"] = static () => string.Concat(Key.Select(static letter => $"%25{(int)letter:X2}")),
        ["HTML, decimal"] = static () => string.Concat(Key.Select(static letter => $"&#{(int)letter};")),
        ["HTML, hexadecimal"] = static () => Key.Replace("-", "&#x2d;", StringComparison.Ordinal),
        ["HTML twice"] = static () => Key.Replace("-", "&amp;#x2d;", StringComparison.Ordinal),
        ["HTML in JSON"] = static () => Key.Replace("-", "\\u0026#45;", StringComparison.Ordinal),
        ["mixed"] = static () => Key.Replace("-", "%2d", StringComparison.Ordinal).Replace("v", "\\u0076", StringComparison.Ordinal),
        ["base64"] = static () => Convert.ToBase64String(Encoding.ASCII.GetBytes(Key)),
        ["base64 of bearer"] = static () => Convert.ToBase64String(Encoding.ASCII.GetBytes($"Bearer {Key}")),
        ["base64 of user"] = static () => Convert.ToBase64String(Encoding.ASCII.GetBytes($"me:{Key}:x")),
        ["base64 of pair"] = static () => Convert.ToBase64String(Encoding.ASCII.GetBytes($"k={Key}")),
        ["key of another"] = static () => "sk-or-v1-0123456789abcdef0000",
        ["key of another, escaped"] = static () => "sk\\u002dor\\u002dv1\\u002d0123456789abcdef0000",
    };

    public static string Of(string form) => All[form]();

    /// <summary>Looks for the key as it is and after every decoding.</summary>
    public static void AssertAbsent(string text)
    {
        var seen = new Queue<string>([text]);
        for (var round = 0; round < 4; round++)
        {
            for (var count = seen.Count; count > 0; count--)
            {
                var one = seen.Dequeue();
                Assert.DoesNotContain(Key, one, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("0123456789abcdef", one, StringComparison.OrdinalIgnoreCase);
                seen.Enqueue(Escape().Replace(one, static match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString()));
                seen.Enqueue(Uri.UnescapeDataString(one));
                seen.Enqueue(WebUtility.HtmlDecode(one));
            }

            seen = new Queue<string>(seen.Distinct());
        }

        foreach (Match match in Base64().Matches(text))
        {
            var length = match.Length / 4 * 4;
            Span<byte> bytes = new byte[length];
            if (Convert.TryFromBase64String(match.Value[..length], bytes, out var count))
            {
                Assert.DoesNotContain(Key[5..12], Encoding.Latin1.GetString(bytes[..count]), StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"\\+u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex("[A-Za-z0-9+/]{12,}={0,2}")]
    private static partial Regex Base64();
}
