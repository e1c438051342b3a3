using System.Text;

namespace OpenRouter.Runtime.Http;

/// <summary>The forms in which base64 can hold a key, whatever stands before and after it.</summary>
internal static class KeyForms
{
    /// <summary>A shorter part could be there by chance.</summary>
    private const int ShortestPart = 10;

    /// <summary>What stays the same in base64 at each of the three places in a group of bytes, in both alphabets.</summary>
    public static string[] Base64(string key)
    {
        var parts = new List<string>();
        for (var before = 0; before < 3; before++)
        {
            var bytes = Encoding.UTF8.GetBytes(new string('\0', before) + key);
            var first = ((before * 8) + 5) / 6;
            var last = bytes.Length * 8 / 6;
            if (last - first < ShortestPart)
            {
                continue;
            }

            var part = Convert.ToBase64String(bytes)[first..last];
            parts.Add(part);
            if (part.AsSpan().ContainsAny('+', '/'))
            {
                parts.Add(part.Replace('+', '-').Replace('/', '_'));
            }
        }

        return [.. parts];
    }
}
