using System.Reflection;

namespace OpenRouter.Samples.Blazor.Tests.Support;

/// <summary>Where the program is, as the build knew it.</summary>
internal static class ProgramFacts
{
    public static string Folder => Read("BlazorFolder");

    public static string Assembly => Read("BlazorAssembly");

    private static string Read(string key) => typeof(ProgramFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
