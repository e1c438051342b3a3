using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;

/// <summary>
/// The models that are going or gone, from the additional file <c>openrouter.models.txt</c>. A line that is not understood is
/// skipped: a list is no reason for a build to fail. Whether a day is past is never asked, so that a build says tomorrow what it says today.
/// </summary>
internal sealed class ModelList
{
    public const string FileName = "openrouter.models.txt";

    /// <summary>How the list that comes with the package begins; any other list replaces it.</summary>
    public const string ShippedMark = "# Shipped list";

    private static readonly ConditionalWeakTable<SourceText, ModelList> s_lists = new();

    // The same model, routed differently: what is said of it holds for these too.
    private static readonly string[] s_routes = [":nitro", ":floor", ":exacto", ":online"];

    private readonly Dictionary<string, ModelEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isShipped;

    private ModelList(SourceText text)
    {
        _isShipped = text.Lines[0].ToString().StartsWith(ShippedMark, StringComparison.Ordinal);
        foreach (var line in text.Lines)
        {
            if (TryRead(line.ToString()) is { } entry)
            {
                _entries[entry.Id] = entry;
            }
        }
    }

    public static ModelList? TryFind(AnalyzerOptions options, System.Threading.CancellationToken cancellationToken)
    {
        ModelList? found = null;
        foreach (var file in options.AdditionalFiles)
        {
            if (IsList(file.Path) && file.GetText(cancellationToken) is { } text && (found is null || found._isShipped))
            {
                found = s_lists.GetValue(text, static key => new ModelList(key));
            }
        }

        return found;
    }

    /// <summary>The entry of a line, or nothing when it holds none.</summary>
    public static ModelEntry? TryRead(string line)
    {
        var content = line.Split('#')[0];
        var fields = content.Split('|').Select(static field => field.Trim()).ToArray();
        if (fields.Length != 4 || fields[0].Length == 0 || fields[1].ToLowerInvariant() is not ("deprecated" or "retired"))
        {
            return null;
        }

        return new ModelEntry(
            fields[0],
            fields[1].Equals("retired", StringComparison.OrdinalIgnoreCase),
            fields[2] is "" or "-" ? null : fields[2],
            DateTime.TryParseExact(fields[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? fields[3] : null);
    }

    /// <summary>What the list says about an id; its variants for routing count as the model itself.</summary>
    public ModelEntry? Find(string id)
    {
        if (_entries.TryGetValue(id, out var entry))
        {
            return entry;
        }

        var route = RouteOf(id);
        return route.Length > 0 && _entries.TryGetValue(id.Substring(0, id.Length - route.Length), out entry) ? entry : null;
    }

    /// <summary>The part of an id that only says how it is routed, or an empty text.</summary>
    public static string RouteOf(string id)
    {
        return Array.Find(s_routes, route => id.EndsWith(route, StringComparison.OrdinalIgnoreCase)) ?? "";
    }

    private static bool IsList(string path)
    {
        var slash = path.LastIndexOfAny(['/', '\\']);
        return string.Equals(path.Substring(slash + 1), FileName, StringComparison.OrdinalIgnoreCase);
    }
}
