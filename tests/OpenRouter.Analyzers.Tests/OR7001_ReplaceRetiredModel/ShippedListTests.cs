using System.Reflection;

using OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;

namespace OpenRouter.Analyzers.Tests.OR7001_ReplaceRetiredModel;

/// <summary>The list that comes with the rules is well-formed and consistent in itself.</summary>
public sealed class ShippedListTests
{
    private static readonly string s_path = Path.Combine(
        typeof(ShippedListTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!,
        "analyzers",
        "Rules",
        "OR7001_ReplaceRetiredModel",
        ModelList.FileName);

    private static readonly IReadOnlyList<string> s_lines = File.ReadAllLines(s_path);

    private static readonly IReadOnlyList<ModelEntry> s_entries = [.. s_lines.Select(ModelList.TryRead).OfType<ModelEntry>()];

    [Fact]
    public void EveryLine_IsAnEntryOrAComment()
    {
        Assert.All(s_lines.Where(line => line.Length > 0 && line[0] != '#'), line => Assert.NotNull(ModelList.TryRead(line)));
        Assert.StartsWith(ModelList.ShippedMark, s_lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_NameAVendorAndADay_Once()
    {
        Assert.NotEmpty(s_entries);
        Assert.Equal(s_entries.Count, s_entries.Select(entry => entry.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(s_entries, entry => Assert.Contains('/', entry.Id));
        Assert.All(s_entries, entry => Assert.NotNull(entry.Date));
    }

    [Fact]
    public void Replacements_AreNotGoingThemselves()
    {
        var going = s_entries.Select(entry => entry.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(s_entries.Where(entry => entry.Successor is not null), entry => Assert.DoesNotContain(entry.Successor!, going));
    }
}
