using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Contents;

/// <summary>What each package holds, says and needs.</summary>
public sealed class PackageContentsTests(PackedFeed feed)
{
    public static TheoryData<string> Libraries => ["OpenRouter.Runtime", "OpenRouter.Generated", "OpenRouter.Extensions", "OpenRouter.Testing"];

    public static TheoryData<string> Packages => [.. Libraries.Select(static row => row.Data), "OpenRouter.Generator", "OpenRouter.Refit", "OpenRouter.Schema"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_SaysWhatItIs(string id)
    {
        using var package = feed.Open(id);
        var metadata = package.Metadata;

        TestContext.Current.SendDiagnosticMessage("{0} has {1:N0} bytes.", id, package.Size);
        Assert.Equal(Repository.Version, metadata.Element("version")?.Value);
        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.NotEmpty(metadata.Element("description")?.Value ?? "");
        Assert.Contains("openrouter", metadata.Element("tags")?.Value, StringComparison.Ordinal);
        Assert.Contains(metadata.Element("icon")?.Value, package.Files);
        var readme = System.Text.Encoding.UTF8.GetString(package.Read(metadata.Element("readme")!.Value));
        Assert.StartsWith("# ", readme, StringComparison.Ordinal);
        Assert.True(readme.Length > 500, "A README of a few words: " + readme);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_HasBothFrameworks_CommentsAndSymbols(string id)
    {
        using var package = feed.Open(id);
        using var symbols = feed.OpenSymbols(id);

        foreach (var framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{framework}/{id}.dll", package.Files);
            Assert.Contains($"lib/{framework}/{id}.xml", package.Files);
            Assert.Contains($"lib/{framework}/{id}.pdb", symbols.Files);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_HoldsNothingElse(string id)
    {
        using var package = feed.Open(id);
        string[] own = id switch
        {
            "OpenRouter.Generator" => ["analyzers/dotnet/cs/OpenRouter.Generator.dll", "analyzers/dotnet/cs/YamlDotNet.dll", "build/OpenRouter.Generator.props", "build/OpenRouter.Generator.targets", "buildTransitive/OpenRouter.Generator.props", "buildTransitive/OpenRouter.Generator.targets"],
            "OpenRouter.Runtime" =>
            [
                "analyzers/dotnet/cs/OpenRouter.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/OpenRouter.Analyzers.dll",
                "build/OpenRouter.Runtime.targets", "build/openrouter.models.txt", "buildTransitive/OpenRouter.Runtime.targets", "buildTransitive/openrouter.models.txt",
            ],
            "OpenRouter.Refit" => ["build/OpenRouter.Refit.targets", "lib/net10.0/_._", "lib/net8.0/_._", "source/OpenRouterRefit.Interfaces.cs", "source/OpenRouterRefit.Public.cs", "source/OpenRouterRefit.cs"],
            "OpenRouter.Schema" => [.. package.Files.Where(static name => name.StartsWith("tools/net10.0/any/", StringComparison.Ordinal)), "openrouter-schema.md"],
            _ => [],
        };
        var expected = own.Append("icon.png");
        expected = id == "OpenRouter.Schema" ? expected : expected.Append("README.md");
        if (Libraries.Any(row => row.Data == id))
        {
            expected = expected.Concat(from framework in (string[])["net10.0", "net8.0"] from extension in (string[])["dll", "xml"] select $"lib/{framework}/{id}.{extension}");
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), package.Files);
    }

    [Fact]
    public void Dependencies_AreThoseThatAreNeeded_AndOursBringTheirRules()
    {
        Assert.Equal(["net10.0: Polly.Core 8.9.1", "net8.0: Polly.Core 8.9.1", "net8.0: System.IO.Pipelines 8.0.0"], Dependencies("OpenRouter.Runtime"));
        Assert.Equal(OnBoth($"OpenRouter.Runtime {Repository.Version} All"), Dependencies("OpenRouter.Generated"));
        Assert.Equal(OnBoth($"OpenRouter.Generated {Repository.Version} All"), Dependencies("OpenRouter.Testing"));
        Assert.Equal(OnBoth($"OpenRouter.Generated {Repository.Version} All"), Dependencies("OpenRouter.Refit"));
        Assert.Empty(Dependencies("OpenRouter.Generator"));
        Assert.All(Dependencies("OpenRouter.Extensions"), static dependency => Assert.True(dependency.Contains(": Microsoft.Extensions.", StringComparison.Ordinal) || dependency.Contains(": OpenTelemetry.", StringComparison.Ordinal) || dependency.EndsWith($"{Repository.Version} All", StringComparison.Ordinal), dependency));

        static IEnumerable<string> OnBoth(string dependency) => [$"net10.0: {dependency}", $"net8.0: {dependency}"];
    }

    [Fact]
    public void Generator_IsADevelopmentDependency()
    {
        using var package = feed.Open("OpenRouter.Generator");

        Assert.Equal("true", package.Metadata.Element("developmentDependency")?.Value);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    [InlineData("OpenRouter.Generator")]
    [InlineData("OpenRouter.Schema")]
    public void Assemblies_AreReproducible_AndOfTheVersionOfThePackage(string id)
    {
        using var package = feed.Open(id);
        var ours = package.Files.Where(static name => Path.GetFileName(name).StartsWith("OpenRouter.", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ours);

        foreach (var name in ours)
        {
            using var assembly = new PEReader(new MemoryStream(package.Read(name)));
            Assert.Contains(assembly.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.Reproducible);
            Assert.Equal(new Version(Repository.Version + ".0"), assembly.GetMetadataReader().GetAssemblyDefinition().Version);
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Symbols_NameNoFolderOfTheMachineThatBuilt(string id)
    {
        using var symbols = feed.OpenSymbols(id);
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Read($"lib/net8.0/{id}.pdb")));
        var reader = provider.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToList();

        Assert.NotEmpty(documents);
        Assert.All(documents, static path => Assert.StartsWith("/_", path, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Dependencies(string id)
    {
        using var package = feed.Open(id);
        return package.Dependencies;
    }
}
