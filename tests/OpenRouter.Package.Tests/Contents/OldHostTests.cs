using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OpenRouter.Package.Tests.Feed;

namespace OpenRouter.Package.Tests.Contents;

/// <summary>The oldest compiler that we promise, that of .NET 8's first SDK and Visual Studio 17.8, can load what we ship: read from the packed assemblies.</summary>
public sealed class OldHostTests(PackedFeed feed)
{
    /// <summary>The newest version of each assembly that a host of Roslyn 4.8 has.</summary>
    private static readonly Dictionary<string, Version> Host = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Buffers"] = new(4, 0, 3, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
        ["System.Numerics.Vectors"] = new(4, 1, 4, 0),
    };

    [Theory]
    [InlineData("OpenRouter.Runtime")]
    [InlineData("OpenRouter.Generator")]
    public void Assemblies_ReferenceWhatHostOrPackageBrings(string id)
    {
        using var package = feed.Open(id);
        var shipped = package.Files.Where(static name => name.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, shipped.Count);
        var beside = shipped.Select(static name => Path.GetFileNameWithoutExtension(name)).ToHashSet(StringComparer.Ordinal);

        foreach (var name in shipped)
        {
            using var assembly = new PEReader(new MemoryStream(package.Read(name)));
            var metadata = assembly.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                var referenced = metadata.GetString(reference.Name);
                Assert.True(
                    beside.Contains(referenced) || (Host.TryGetValue(referenced, out var newest) && reference.Version <= newest),
                    $"{Path.GetFileName(name)} refers to {referenced} {reference.Version}.");
            }
        }
    }
}
