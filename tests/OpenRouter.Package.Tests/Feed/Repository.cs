using System.Reflection;

namespace OpenRouter.Package.Tests.Feed;

/// <summary>What the build knew of the repository.</summary>
internal static class Repository
{
    public static string Root => Read("RepositoryRoot");

    /// <summary>The one version of assemblies and packages.</summary>
    public static string Version => Read("Version");

    private static string Read(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
