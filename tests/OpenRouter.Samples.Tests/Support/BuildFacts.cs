using System.Reflection;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>Where things are, as the build knew it.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot => Read("RepositoryRoot");

    public static string ChatAssembly => Read("ChatAssembly");

    public static string OwnSchemaAssembly => Read("OwnSchemaAssembly");

    public static string RecoveryAssembly => Read("RecoveryAssembly");

    public static string HighVolumeAssembly => Read("HighVolumeAssembly");

    public static string DashboardAssembly => Read("DashboardAssembly");

    public static string NativeAssembly => Read("NativeAssembly");

    private static string Read(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
