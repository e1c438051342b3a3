using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>Rules and generators, from where this repository builds them.</summary>
internal static class BuiltAssembly
{
    /// <param name="key">The name under which the project of the tests tells its path.</param>
    public static AnalyzerFileReference Load(string key) => new(
        typeof(BuiltAssembly).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!,
        new FileLoader());

    private sealed class FileLoader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
            // LoadFrom looks beside the file.
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
