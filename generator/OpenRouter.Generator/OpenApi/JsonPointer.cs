using System;
using System.Globalization;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Follows a JSON pointer (RFC 6901) in its URI fragment form through a document.</summary>
internal static class JsonPointer
{
    public static Node? Find(Node root, string fragment)
    {
        if (fragment.Length == 0 || fragment[0] != '#')
        {
            return null;
        }

        var current = root;
        if (fragment.Length == 1)
        {
            return current;
        }

        foreach (var part in fragment.Substring(1).TrimStart('/').Split('/'))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
            var next = current.IsArray
                && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < current.Items.Count
                    ? current.Items[index]
                    : current[name];
            if (next is null)
            {
                return null;
            }

            current = next;
        }

        return current;
    }
}
