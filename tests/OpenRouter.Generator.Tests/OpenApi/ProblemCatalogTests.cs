using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

/// <summary>Ties together what the repository says of a problem: rule, descriptor, ledger, page and index.</summary>
public sealed partial class ProblemCatalogTests
{
    public static TheoryData<string> Ids => [.. Enum.GetValues<ProblemRule>().Select(IdOf)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Descriptor_HasTheIdOfItsRuleAndPointsAtItsPage(string id)
    {
        var descriptor = DescriptorOf(id);

        Assert.Equal(id, descriptor.Id);
        Assert.EndsWith($"/generator/OpenRouter.Generator/Problems/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysWhatItsDescriptorSays(string id)
    {
        var descriptor = DescriptorOf(id);
        var page = File.ReadAllText(PageOf(id));

        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {SeverityOf(descriptor)} |", page, StringComparison.Ordinal);
        foreach (var part in new[] { "What it means", "Example", "What the generator does", "How to mend it", "How to silence it" })
        {
            Assert.Contains($"\n## {part}\n", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_OfAPage_ShowsItsProblem(string id)
    {
        var files = new List<AdditionalText>();
        var settings = new List<(string Name, string Value)>();
        foreach (Match block in Block().Matches(File.ReadAllText(PageOf(id))))
        {
            if (block.Groups["file"].Value is { Length: > 0 } file)
            {
                files.Add(new MemoryText(file, block.Groups["text"].Value));
            }

            settings.AddRange(Setting().Matches(block.Groups["text"].Value).Select(static setting => (setting.Groups["name"].Value, setting.Groups["value"].Value)));
        }

        // Two problems are of the project and not of a document; its file shows which.
        var project = files.SingleOrDefault(static file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))?.GetText(TestContext.Current.CancellationToken)?.ToString() ?? "";
        var run = project.Contains("<LangVersion>11.0</LangVersion>", StringComparison.Ordinal) ? GeneratorRun.WithLanguage(files, LanguageVersion.CSharp11)
            : project.Contains("OpenRouter.Generator", StringComparison.Ordinal) && !project.Contains("OpenRouter.Runtime", StringComparison.Ordinal) ? GeneratorRun.WithoutRuntime(files)
            : GeneratorRun.Of(files, [.. settings]);

        Assert.Contains(id, run.Result.Diagnostics.Select(static problem => problem.Id));
        Assert.All(run.Diagnostics, static problem => Assert.NotEqual(Location.None, problem.Location));
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Ledger_NamesEveryRuleWithItsSeverity()
    {
        var ledger = File.ReadAllLines(Path.Combine(Folder(), "../AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(Folder(), "../AnalyzerReleases.Shipped.md")))
            .Where(static line => line.StartsWith("ORG", StringComparison.Ordinal));

        Assert.Equal(
            Enum.GetValues<ProblemRule>().Select(static rule => ProblemDescriptors.Of(rule)).Select(static descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}").Order(StringComparer.Ordinal),
            ledger.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Index_LinksEveryPage()
    {
        var index = File.ReadAllLines(Path.Combine(Folder(), "Problems.md")).Where(static line => line.StartsWith("| [ORG", StringComparison.Ordinal));

        Assert.Equal(
            Enum.GetValues<ProblemRule>().Select(static rule => ProblemDescriptors.Of(rule)).Select(static descriptor => $"| [{descriptor.Id}]({descriptor.Id}.md) | {SeverityOf(descriptor)} | {descriptor.Title}. |"),
            index);
        Assert.Equal(Enum.GetValues<ProblemRule>().Select(IdOf), Directory.GetFiles(Folder(), "ORG*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""```\w+ ?(?<file>\S*)\n(?<text>.*?)\n```""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex("""<(?<name>OpenRouter\w+)>(?<value>[^<]*)</""", RegexOptions.CultureInvariant)]
    private static partial Regex Setting();

    private static DiagnosticDescriptor DescriptorOf(string id) => ProblemDescriptors.Of(Enum.GetValues<ProblemRule>().Single(rule => IdOf(rule) == id));

    private static string IdOf(ProblemRule rule) => FormattableString.Invariant($"ORG{(int)rule:D4}");

    private static string SeverityOf(DiagnosticDescriptor descriptor) => descriptor.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };

    private static string PageOf(string id) => Path.Combine(Folder(), id + ".md");

    private static string Folder([CallerFilePath] string testFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "../../../generator/OpenRouter.Generator/Problems"));
}
