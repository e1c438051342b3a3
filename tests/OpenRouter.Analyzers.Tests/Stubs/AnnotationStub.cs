using System.Reflection;

namespace OpenRouter.Analyzers.Tests.Stubs;

/// <summary>The annotations as the runtime declares them, read from its sources.</summary>
internal static class AnnotationStub
{
    public static string Source { get; } = Read();

    private static string Read()
    {
        var root = typeof(AnnotationStub).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;
        var declarations = Directory.GetFiles(Path.Combine(root, "runtime", "OpenRouter.Runtime", "Annotations"), "*.cs")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal));
        return "using System;\nnamespace OpenRouter.Runtime.Annotations\n{\n" + string.Join('\n', declarations) + "\n}\n";
    }
}
