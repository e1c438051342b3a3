using OpenRouter.Package.Tests.Feed;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace OpenRouter.Package.Tests.Feed;

/// <summary>The packages of this repository, packed in Release into a folder that consumers restore from. Made once for all tests; what is up to date is not built again.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    private static readonly string Artifacts = Path.Combine(Repository.Root, "artifacts", "packages");

    /// <summary>The folder of the packages, an ordinary NuGet feed.</summary>
    public string Folder { get; } = Path.Combine(Artifacts, "package", "release");

    /// <summary>Where consumers unpack them: not the folder of this machine's user, which would keep yesterday's package of the same version.</summary>
    public string Unpacked { get; } = Path.Combine(Artifacts, "unpacked");

    /// <summary>The folder that this machine's user unpacks to; other people's packages are taken from it.</summary>
    public static string UserFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        var packed = await DotNet.RunAsync(
            Repository.Root,
            ["pack", "tests/OpenRouter.Package.Tests/Feed/packages.slnf", "-c", "Release", "--artifacts-path", Artifacts, "-p:ContinuousIntegrationBuild=true", "--nologo", "-v:q"],
            new Dictionary<string, string>(),
            CancellationToken.None);
        Assert.True(packed.ExitCode == 0, packed.Output + packed.Error);
        Assert.DoesNotContain("warning", packed.Output, StringComparison.OrdinalIgnoreCase);

        Directory.CreateDirectory(Unpacked);
        foreach (var stale in Directory.GetDirectories(Unpacked, "openrouter.*"))
        {
            Directory.Delete(stale, recursive: true);
        }

        Assert.False(Directory.Exists(Path.Combine(UserFolder, "openrouter.runtime", Repository.Version)), "The user's package folder holds this version of OpenRouter.Runtime: consumers would get that one.");
    }

    /// <summary>Opens one of the packages.</summary>
    internal Package Open(string id) => new(Path.Combine(Folder, $"{id}.{Repository.Version}.nupkg"));

    /// <summary>Opens the symbols of one of the packages.</summary>
    internal Package OpenSymbols(string id) => new(Path.Combine(Folder, $"{id}.{Repository.Version}.snupkg"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
