using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>What people copy out of the README must compile.</summary>
public sealed partial class ReadmeTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, CSharpBlocks().Count)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void CSharpBlock_Compiles(int block)
    {
        var code = CSharpBlocks()[block];

        var compilation = CSharpCompilation.Create(
            "ReadmeBlock",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, cancellationToken: TestContext.Current.CancellationToken), CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)],
            References(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        // CS8321: a local function of the example is declared and not called.
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8321"));
    }

    [Fact]
    public void RuleTable_NamesEveryRuleAndItsPage()
    {
        var root = RepositoryRoot();
        var readme = File.ReadAllText(Path.Combine(root, "README.md"));

        foreach (var folder in Directory.GetDirectories(Path.Combine(root, "analyzers", "Rules")).Select(Path.GetFileName))
        {
            var id = folder!.Split('_')[0];
            Assert.Contains($"[{id}](analyzers/Rules/{folder}/{id}.md)", readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Links_PointAtFilesThatExist()
    {
        var root = RepositoryRoot();

        foreach (Match link in LocalLink().Matches(File.ReadAllText(Path.Combine(root, "README.md"))))
        {
            Assert.True(File.Exists(Path.Combine(root, link.Groups[1].Value)), link.Value);
        }
    }

    private static List<string> CSharpBlocks() =>
        [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(RepositoryRoot(), "README.md"))).Select(static match => match.Groups[1].Value)];

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("OpenRouter.", StringComparison.Ordinal) || name is "netstandard.dll"))
            .Where(static path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path));

    private static string RepositoryRoot([CallerFilePath] string testFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "../../.."));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex LocalLink();
}
