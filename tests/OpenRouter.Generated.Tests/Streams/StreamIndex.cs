using System.Globalization;
using System.Text.RegularExpressions;
using OpenRouter.Generated.Tests.Wire;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>What the index of the recordings says about a file, in its column "auto".</summary>
internal sealed partial record StreamIndex(int Events, int Comments, string? Finish, string? Native, bool HasUsage, bool HasError, bool HasDone, string? Model, string? Provider)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Rows = new(ReadRows);

    /// <summary>The row of a file.</summary>
    public static StreamIndex Of(string file)
    {
        var auto = Rows.Value[file];
        var facts = auto.Split(' ', 2) is [_, var rest] ? rest.Split("; ") : [];
        var finish = FinishPattern().Match(Value(facts, "finish") ?? "");
        return new StreamIndex(
            Number(facts, "ev"),
            Number(facts, "comments"),
            finish.Success ? finish.Groups[1].Value : null,
            finish.Success && finish.Groups[2].Success ? finish.Groups[2].Value : null,
            facts.Any(static fact => fact.StartsWith("usage@", StringComparison.Ordinal)),
            facts.Contains("error"),
            !facts.Contains("NO[DONE]"),
            Value(facts, "model"),
            Value(facts, "provider"));
    }

    private static Dictionary<string, string> ReadRows()
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(SharedFiles.Require("streams/index.md")))
        {
            if (line.Split(" | ") is [var name, _, _, var auto, ..] && name.EndsWith(".sse", StringComparison.Ordinal))
            {
                rows[name.TrimStart('|', ' ')] = auto;
            }
        }

        return rows;
    }

    private static string? Value(string[] facts, string name)
        => facts.FirstOrDefault(fact => fact.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static int Number(string[] facts, string name) => int.Parse(Value(facts, name) ?? "0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([^(/]+)(?:\(([^)]*)\))?")]
    private static partial Regex FinishPattern();
}
