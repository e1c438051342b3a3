using System.Globalization;
using System.Text;

namespace OpenRouter.Schema.Diff;

/// <summary>Prints changes for a pull request or release notes.</summary>
internal static class DiffMarkdown
{
    public static string Of(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            return "No change of the C# surface.\n";
        }

        var text = new StringBuilder();
        Append(text, "Breaking", [.. changes.Where(static change => change.Breaks)]);
        Append(text, "Not breaking", [.. changes.Where(static change => !change.Breaks)]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        text.Append(text.Length > 0 ? "\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"### {title} ({changes.Count})\n\n| | what | name | |\n|---|---|---|---|\n");
        foreach (var change in changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {change.Kind.ToString().ToLowerInvariant()} | {change.Part.ToString().ToLowerInvariant()} | `{change.Name}` | {Escape(change.Text)} |\n");
        }
    }

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
