using System.Globalization;
using System.Text;

namespace OpenRouter.Schema.Diff;

/// <summary>Prints changes for a terminal.</summary>
internal static class DiffText
{
    public static string Of(IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            return "No change of the C# surface.\n";
        }

        var text = new StringBuilder();
        var breaking = changes.Count(static change => change.Breaks);
        text.Append(CultureInfo.InvariantCulture, $"{breaking} breaking, {changes.Count - breaking} other changes of the C# surface\n");
        Append(text, "breaking", changes.Where(static change => change.Breaks));
        Append(text, "not breaking", changes.Where(static change => !change.Breaks));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IEnumerable<Change> changes)
    {
        var lines = changes.Select(static change => $"  {Word(change.Kind),-7} {Word(change.Part),-9} {change.Name}: {change.Text}\n").ToList();
        if (lines.Count > 0)
        {
            text.Append('\n').Append(title).Append('\n').AppendJoin("", lines);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
