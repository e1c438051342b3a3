using System;
using System.Collections.Generic;
using System.Globalization;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi;

/// <summary>Follows a JSON pointer (RFC 6901) in its URI fragment form.</summary>
internal static class JsonPointer
{
    /// <summary>The names along a pointer such as <c>/paths/~1models/get</c>.</summary>
    public static List<string> Parts(string pointer)
    {
        var parts = new List<string>();
        if (pointer.Length > 0)
        {
            foreach (var part in pointer.Substring(1).Split('/'))
            {
                parts.Add(Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~"));
            }
        }

        return parts;
    }

    /// <param name="root">Where the pointer starts.</param>
    /// <param name="parts">The names to follow.</param>
    /// <param name="follow">Stands in for a node that is itself a reference; documents point through references, although the RFC does not.</param>
    public static Node? Find(Node root, List<string> parts, Func<Node, Node?> follow)
    {
        var current = root;
        foreach (var part in parts)
        {
            var next = Child(current, part);
            if (next is null && current["$ref"] is not null && follow(current) is { } target)
            {
                next = Child(target, part);
            }

            if (next is null)
            {
                return null;
            }

            current = next;
        }

        return current;
    }

    private static Node? Child(Node node, string name)
    {
        if (!node.IsArray)
        {
            return node[name];
        }

        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < node.Items.Count ? node.Items[index] : null;
    }
}
