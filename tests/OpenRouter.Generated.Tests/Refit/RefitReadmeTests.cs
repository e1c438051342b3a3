using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using OpenRouter.Generated.Tests.Readme;

namespace OpenRouter.Generated.Tests.Refit;

/// <summary>What people copy out of the README of the package must compile, and its figures must be true.</summary>
public sealed partial class RefitReadmeTests
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
    public async Task CSharpBlock_CompilesAndBreaksNoRule(int block)
    {
        var project = RefitSources.Project("Block", isPublic: false, [ImplicitUsings, "#nullable enable\n" + CSharpBlocks()[block]], RefitSources.Refit());
        project = project.WithOptions(project.Options.WithOutputKind(OutputKind.ConsoleApplication));

        // CS8321: a local function of the example is declared and not called.
        Assert.DoesNotContain(RefitSources.Messages(project), static message => !message.Contains("CS8321", StringComparison.Ordinal));
        Assert.Empty(await OwnRules.JudgeAsync(project, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Figures_AreThoseOfTheInterfaces()
    {
        var text = File.ReadAllText(Path.Combine(RefitSources.Package, "source", "OpenRouterRefit.Interfaces.cs"));
        var methods = Method().Count(text);
        var groups = Group().Count(text);

        Assert.Contains($"{methods} methods in {groups} groups", Readme(), StringComparison.Ordinal);
        Assert.All(LeftOut().Matches(text), match => Assert.Contains($"`{match.Groups[1].Value}`", Readme(), StringComparison.Ordinal));
    }

    private static string Readme() => File.ReadAllText(Path.Combine(RefitSources.Package, "README.md"));

    private static List<string> CSharpBlocks() => [.. CodeBlock().Matches(Readme()).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^    Task\S* ", RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex("^partial interface ", RegexOptions.Multiline)]
    private static partial Regex Group();

    [GeneratedRegex("// ([A-Za-z]+) is left out: ")]
    private static partial Regex LeftOut();
}
