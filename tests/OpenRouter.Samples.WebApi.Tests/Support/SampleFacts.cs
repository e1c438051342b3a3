using System.Reflection;
using OpenRouter.Samples.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>Where the samples are.</summary>
internal static class SampleFacts
{
    public const string WebApi = "WebApi";
    public const string Controller = "WebApi.Controller";

    public static string FolderOf(string sample) => Path.Combine(BuildFacts.RepositoryRoot, "samples", sample);

    public static string AssemblyOf(string sample) => Path.Combine(FolderOf(sample), "bin", Configuration, "net10.0", sample + ".dll");

    private static string Configuration => typeof(SampleFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "Configuration").Value!;
}
