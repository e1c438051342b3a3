using System.Globalization;
using System.Text;

namespace OpenRouter.Schema.List;

/// <summary>Prints a listing as two tables.</summary>
internal static class ListingText
{
    public static string Of(Listing listing)
    {
        var text = new StringBuilder();
        var selected = listing.Operations.Count(static operation => operation.IsSelected);
        text.Append(CultureInfo.InvariantCulture, $"{listing.Operations.Count} methods, {selected} selected (*), {listing.Types.Count} types\n\n");
        Table(text, listing.Operations.Select(static operation => new[]
        {
            operation.IsSelected ? "*" : " ", operation.HttpMethod, operation.Path, operation.Id, operation.Name, operation.Streams ? "streams" : "",
        }));
        text.Append('\n');
        Table(text, listing.Types.Select(static type => new[] { " ", type.Kind, type.Name, type.UsedBy.Count == 0 ? "no operation" : string.Join(", ", type.UsedBy) }));
        return text.ToString();
    }

    private static void Table(StringBuilder text, IEnumerable<string[]> lines)
    {
        var rows = lines.ToList();
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, column) => cell.PadRight(column == row.Length - 1 ? 0 : rows.Max(other => other[column].Length))));
            text.Append(line.TrimEnd()).Append('\n');
        }
    }
}
