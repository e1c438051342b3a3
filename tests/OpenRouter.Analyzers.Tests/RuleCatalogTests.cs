using System.Reflection;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Bodies;
using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests;

/// <summary>Id, folder, page, ledger, tests and fixes of a rule agree; adding a rule in half fails here.</summary>
public sealed class RuleCatalogTests
{
    private static readonly string s_rules = Path.Combine(Repository(), "analyzers", "Rules");

    private static readonly IReadOnlyList<BodyRule> s_analyzers = [.. Instances<BodyRule>(typeof(ObserveFinishReasonAnalyzer).Assembly)];

    private static readonly IReadOnlyList<CodeFixProvider> s_fixes = [.. Instances<CodeFixProvider>(typeof(CheckFinishReasonCodeFix).Assembly)];

    public static TheoryData<string> Ids => [.. s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id)];

    [Fact]
    public void Folders_AndRules_AreTheSame()
    {
        var folders = Directory.GetDirectories(s_rules).Select(path => Path.GetFileName(path).Split('_')[0]).Order(StringComparer.Ordinal);

        Assert.Equal(folders, s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Analyzers_AreExportedForCSharp_OneRuleEach()
    {
        Assert.All(s_analyzers, analyzer =>
        {
            Assert.Equal([LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages);
            Assert.Single(analyzer.SupportedDiagnostics);
        });
    }

    [Fact]
    public void Pages_AreShownToEveryRule()
    {
        var ofPages = BodyRules.All().Select(rule => rule.SupportedDiagnostics[0].Id);

        Assert.Equal(s_analyzers.Select(rule => rule.SupportedDiagnostics[0].Id).Order(StringComparer.Ordinal), ofPages);
        Assert.Equal([LanguageNames.CSharp], typeof(PageAnalyzer).GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages);
    }

    [Fact]
    public async Task CompilationWithoutAClient_CostsNothing()
    {
        var document = (TestProject.Default with { Stubs = [] }).CreateDocument("class Sample { string M() { return \"text\"; } }");
        var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var analyzers = Instances<DiagnosticAnalyzer>(typeof(ObserveFinishReasonAnalyzer).Assembly).ToList();
        var analysis = compilation.WithAnalyzers([.. analyzers], options: null);
        Assert.Empty(await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

        foreach (var analyzer in analyzers.Where(analyzer => analyzer is not DiagnosticSuppressor))
        {
            var registered = await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
            Assert.Equal(1, registered.CompilationStartActionsCount);
            Assert.Equal(0, registered.OperationBlockActionsCount + registered.SemanticModelActionsCount);
        }
    }

    [Fact]
    public void Fixes_AreExported_FixAll_AndBelongToARule()
    {
        Assert.All(s_fixes, fix =>
        {
            Assert.Equal(fix.GetType().Name, fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Name);
            Assert.NotNull(fix.GetFixAllProvider());
            Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(id, fix.GetType().Namespace!, StringComparison.Ordinal));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasFolderNamespaceAndHelpAddress(string id)
    {
        var folder = FolderOf(id);
        var analyzer = AnalyzerOf(id);

        Assert.Equal("OpenRouter.Analyzers.Rules." + folder, analyzer.GetType().Namespace);
        Assert.Equal(folder.Split('_')[1] + "Analyzer", analyzer.GetType().Name);
        Assert.EndsWith($"/analyzers/Rules/{folder}/{id}.md", RuleOf(id).HelpLinkUri, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(s_rules, folder, id + ".md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_TellsTitleCategorySeverityAndEverySection(string id)
    {
        var rule = RuleOf(id);
        var page = File.ReadAllText(Path.Combine(s_rules, FolderOf(id), id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {rule.Category} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.DefaultSeverity}", page, StringComparison.Ordinal);
        foreach (var section in new[] { "Why", "What triggers it", "What does not trigger it", "Example", "How to suppress it" })
        {
            Assert.Contains($"\n## {section}\n", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_NamesCodeFixes_WhenThereAreAny(string id)
    {
        var page = File.ReadAllText(Path.Combine(s_rules, FolderOf(id), id + ".md"));
        var hasFix = s_fixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));

        Assert.Equal(hasFix, !page.Contains("| Code fixes | none |", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Examples_AreCSharpThatParses(string id)
    {
        var page = File.ReadAllText(Path.Combine(s_rules, FolderOf(id), id + ".md"));
        foreach (var example in page.Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]))
        {
            Assert.True(Parses("class Example { async Task M() {\n" + example + "\n} }") || Parses("class Example {\n" + example + "\n}"), example);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Ledger_HasTheRule_Once(string id)
    {
        var rule = RuleOf(id);
        var rows = new[] { "Shipped", "Unshipped" }
            .SelectMany(ledger => File.ReadAllLines(Path.Combine(Repository(), "analyzers", "OpenRouter.Analyzers", $"AnalyzerReleases.{ledger}.md")))
            .Where(line => line.StartsWith(id + " |", StringComparison.Ordinal));

        Assert.StartsWith($"{id} | {rule.Category} | {rule.DefaultSeverity} | [{rule.Title}](../Rules/{FolderOf(id)}/{id}.md)", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_MirrorTheFolder(string id)
    {
        var space = "OpenRouter.Analyzers.Tests." + FolderOf(id);
        var types = typeof(RuleCatalogTests).Assembly.GetTypes().Where(type => type.Namespace == space).Select(type => type.Name).ToList();
        var rule = FolderOf(id).Split('_')[1];

        Assert.Contains(rule + "TriggerTests", types);
        Assert.Contains(rule + "SilenceTests", types);
        Assert.Contains(types, type => type.EndsWith("SettingTests", StringComparison.Ordinal) || type.EndsWith("FormTests", StringComparison.Ordinal));
        Assert.All(s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)), fix => Assert.Contains(fix.GetType().Name + "Tests", types));
    }

    [Fact]
    public void Ids_FollowTheirBand()
    {
        Assert.All(s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics), rule => Assert.Equal(
            rule.Id[2] switch
            {
                '1' => "OpenRouter.Answers",
                '2' => "OpenRouter.Cancellation",
                '3' => "OpenRouter.Requests",
                '4' => "OpenRouter.Security",
                '5' => "OpenRouter.Tools",
                '6' => "OpenRouter.Cost",
                '7' => "OpenRouter.Models",
                _ => "a band without a category",
            },
            rule.Category));
    }

    [Fact]
    public void Assemblies_ReferenceNothingThatAHostOf48Lacks()
    {
        var assemblies = new[] { typeof(ObserveFinishReasonAnalyzer).Assembly, typeof(CheckFinishReasonCodeFix).Assembly };
        Assert.All(assemblies.SelectMany(assembly => assembly.GetReferencedAssemblies()), reference => Assert.True(
            reference.Name switch
            {
                "netstandard" => true,
                "System.Collections.Immutable" => reference.Version <= new Version(7, 0, 0, 0),
                var name => name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && reference.Version <= new Version(4, 8, 0, 0),
            },
            reference.FullName));
    }

    [Fact]
    public void Readme_ListsEveryRule()
    {
        var rows = s_analyzers.Select(analyzer => analyzer.SupportedDiagnostics[0]).OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
        {
            var hasFix = s_fixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id));
            return $"| [{rule.Id}](analyzers/Rules/{FolderOf(rule.Id)}/{rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(hasFix ? "yes" : "no")} |\n";
        });
        var expected = "| rule | what it finds | severity | fix |\n|---|---|---|---|\n" + string.Concat(rows);
        var path = Path.Combine(Repository(), "README.md");
        var readme = File.ReadAllText(path);
        var start = readme.IndexOf("| rule | what it finds |", StringComparison.Ordinal);
        var end = readme.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            File.WriteAllText(path, readme[..start] + expected + readme[end..]);
            return;
        }

        Assert.Equal(expected, readme[start..end]);
    }

    [Fact]
    public void Readme_ListsEveryOption()
    {
        var readme = File.ReadAllText(Path.Combine(Repository(), "README.md"));
        var keys = typeof(RuleOptions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(keys, key => Assert.Contains($"| `{key}` |", readme, StringComparison.Ordinal));
    }

    private static bool Parses(string source)
    {
        var token = TestContext.Current.CancellationToken;
        return !CSharpSyntaxTree.ParseText(source, cancellationToken: token).GetDiagnostics(token).Any();
    }

    private static BodyRule AnalyzerOf(string id)
    {
        return s_analyzers.Single(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id));
    }

    private static DiagnosticDescriptor RuleOf(string id)
    {
        return AnalyzerOf(id).SupportedDiagnostics.Single(rule => rule.Id == id);
    }

    private static string FolderOf(string id)
    {
        return Path.GetFileName(Assert.Single(Directory.GetDirectories(s_rules, id + "_*")));
    }

    private static IEnumerable<T> Instances<T>(Assembly assembly)
    {
        return assembly.GetTypes()
            .Where(type => !type.IsAbstract && !type.ContainsGenericParameters && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!);
    }

    private static string Repository()
    {
        return typeof(RuleCatalogTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot").Value!;
    }
}
