using System;
using System.Collections.Generic;

namespace OpenRouter.Generator.OpenApi.References;

/// <summary>The file part of a reference: relative to the file that holds the reference, as RFC 3986 resolves paths.</summary>
internal static class FileReference
{
    /// <summary>The path of the file that <paramref name="reference"/> names inside the file <paramref name="from"/>.</summary>
    public static string Resolve(string from, string reference)
    {
        var path = Uri.UnescapeDataString(reference);
        var query = path.IndexOf('?');
        path = query < 0 ? path : path.Substring(0, query);
        var folder = from.Substring(0, from.LastIndexOfAny(['/', '\\']) + 1);
        return IsRooted(path) ? Normalize(path) : Normalize(folder + path);
    }

    /// <summary>One spelling for one file: forward slashes, no <c>.</c> and no <c>..</c> that can be followed.</summary>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>True for a reference with a scheme: an address, not a file beside this one.</summary>
    public static bool IsAddress(string reference)
    {
        var colon = reference.IndexOf(':');
        return colon > 1 && reference.IndexOfAny(['/', '\\', '?']) is var slash && (slash < 0 || colon < slash);
    }

    /// <summary>The file's name without folders and endings.</summary>
    public static string Stem(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        var dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name.Substring(0, dot);
    }

    private static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':'));
}
