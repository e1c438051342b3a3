using System.IO.Compression;
using System.Xml.Linq;

namespace OpenRouter.Package.Tests.Feed;

/// <summary>What is in a package.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    public Package(string path)
    {
        Size = new FileInfo(path).Length;
        _archive = ZipFile.OpenRead(path);
    }

    /// <summary>Its size in bytes.</summary>
    public long Size { get; }

    /// <summary>Its files, without those by which the format of packages describes itself.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. _archive.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The metadata of the package, without namespaces.</summary>
    public XElement Metadata
    {
        get
        {
            using var stream = _archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            var root = XDocument.Load(stream).Root!;
            foreach (var element in root.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
            }

            return root.Element("metadata")!;
        }
    }

    /// <summary>Its dependencies, each as <c>framework: id version include</c>.</summary>
    public IReadOnlyList<string> Dependencies =>
    [
        .. from @group in Metadata.Descendants("group")
           from dependency in @group.Elements("dependency")
           select $"{(string?)@group.Attribute("targetFramework")}: {(string?)dependency.Attribute("id")} {(string?)dependency.Attribute("version")}{((string?)dependency.Attribute("include") is { } include ? " " + include : "")}",
    ];

    /// <summary>The bytes of a file.</summary>
    public byte[] Read(string name)
    {
        using var stream = _archive.GetEntry(name)!.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    public void Dispose() => _archive.Dispose();
}
