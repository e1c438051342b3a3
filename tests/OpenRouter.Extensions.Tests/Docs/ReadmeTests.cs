using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Generated.Tests.Readme;

namespace OpenRouter.Extensions.Tests.Docs;

/// <summary>What people copy out of the README of the package.</summary>
public sealed partial class ReadmeTests
{
    /// <summary>Those of the SDK for web programs.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    public static TheoryData<int> Blocks => [.. Enumerable.Range(0, CSharpBlocks().Count)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task CSharpBlock_CompilesAndBreaksNoRule(int block)
    {
        var compilation = CSharpCompilation.Create(
            "ReadmeBlock",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, cancellationToken: Token), CSharpSyntaxTree.ParseText(CSharpBlocks()[block], cancellationToken: Token)],
            References(),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Empty(compilation.GetDiagnostics(Token).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(await OwnRules.JudgeAsync(compilation, Token));
    }

    [Fact]
    public async Task ConfigurationKeys_OfTheTable_AreReadAndAreAll()
    {
        string[] keys = [.. TableKey().Matches(Text()).Select(static match => match.Groups[1].Value)];
        Assert.Equal(24, keys.Length);

        // Of a key that is not known nothing is told; of one that is known a value that fits nowhere is.
        var settings = Provider.Settings([.. keys.Select(static key => ($"OpenRouter:{key.Replace("NAME", "X-É", StringComparison.Ordinal)}", (string?)"é\n"))]);
        var failures = await Provider.FailuresAsync(services => services.AddOpenRouter(settings));

        string[] free = ["AppCategories", "DefaultHeaders:NAME"];
        Assert.All(keys.Except(free), key => Assert.Contains(failures, failure => failure.StartsWith($"OpenRouter:{key} ", StringComparison.Ordinal)));
    }

    private static List<string> CSharpBlocks() => [.. CodeBlock().Matches(Text()).Select(static match => match.Groups[1].Value)];

    private static string Text() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^\| `([A-Za-z:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableKey();
}
