using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace OpenRouter.Generated.Tests.Seed;

/// <summary>
/// The programs of the guide in a project of their own, in a folder that is gone afterwards. It is built by the SDK, so that the page goes
/// through the real Razor compiler; it needs no package and no network.
/// </summary>
internal sealed class SeedProject : IDisposable
{
    private const string Findings = "findings.sarif";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openrouter-seed-");

    public SeedProject(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            File.WriteAllText(PathOf(name), text);
        }

        File.WriteAllText(PathOf("Seed.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                <ErrorLog>{PathOf(Findings)},version=2.1</ErrorLog>
              </PropertyGroup>
              <ItemGroup>
                <!-- Repair: StringBuilder lives in System.Text, which is no implicit using. -->
                <Using Include="System.Text" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "OpenRouter.Generated.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "OpenRouter.Runtime.dll")}" />
                <Analyzer Include="{AnalyzerAssembly}" />
              </ItemGroup>
            </Project>
            """);
    }

    private static string AnalyzerAssembly => typeof(SeedProject).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "AnalyzerAssembly").Value!;

    /// <summary>Builds the project, and tells what our rules say about it, and what went wrong with them.</summary>
    public async Task<IReadOnlyList<SeedFinding>> BuildAsync(CancellationToken cancellationToken)
    {
        // A compiler that stays would keep the rules that it has loaded.
        var start = new ProcessStartInfo(Host, ["build", "--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        try
        {
            var output = await build.StandardOutput.ReadToEndAsync(cancellationToken);
            await build.WaitForExitAsync(cancellationToken);
            Assert.True(build.ExitCode == 0, output);
        }
        finally
        {
            if (!build.HasExited)
            {
                build.Kill(entireProcessTree: true);
            }
        }

        await using var log = File.OpenRead(PathOf(Findings));
        using var document = await JsonDocument.ParseAsync(log, cancellationToken: cancellationToken);
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(IsOurs).Select(Read)];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    // Our rules; a rule that crashed; analyzers that could not be loaded. What the SDK itself says about the guide changes with the SDK.
    private static bool IsOurs(JsonElement result)
    {
        var id = result.GetProperty("ruleId").GetString()!;
        return id.StartsWith("OR", StringComparison.Ordinal) || id is "AD0001" or "CS8032" or "CS8033" or "CS8034" or "CS9057";
    }

    private static SeedFinding Read(JsonElement result)
    {
        var rule = result.GetProperty("ruleId").GetString()!;
        var level = result.GetProperty("level").GetString()!;
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
        {
            return new SeedFinding("", 0, rule, level + ": " + result.GetProperty("message").GetProperty("text").GetString());
        }

        var place = locations[0].GetProperty("physicalLocation");
        var file = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        return new SeedFinding(Path.GetFileName(file), place.GetProperty("region").GetProperty("startLine").GetInt32(), rule, level);
    }
}
