using System;
using System.Text.RegularExpressions;

namespace OpenRouter.Generator.OpenApi.Overlays;

/// <summary>Tells which document an overlay is for: the one that it extends by name.</summary>
internal static class OverlayTarget
{
    private static readonly Regex Extends = new(@"(?<![\w])""?extends""?[ \t]*:[ \t]*[""']?([^""'\r\n,#]+)", RegexOptions.CultureInvariant);

    /// <summary>What the text of an overlay says that it extends, found without reading the whole file; null when it says nothing.</summary>
    public static string? In(string content) => Extends.Match(content) is { Success: true } match ? match.Groups[1].Value.Trim() : null;

    /// <summary>True when a reference ends with the name of that file; where the file lay when the overlay was written does not count.</summary>
    public static bool IsNamed(string reference, string fileName)
    {
        var path = reference.Split('?', '#')[0];
        return string.Equals(Uri.UnescapeDataString(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1)), fileName, StringComparison.OrdinalIgnoreCase);
    }
}
