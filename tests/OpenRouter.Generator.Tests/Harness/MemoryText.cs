using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>An additional file that exists in memory only.</summary>
internal sealed class MemoryText(string path, string content, params (string Name, string Value)[] metadata) : AdditionalText
{
    /// <summary>What the project says of the file.</summary>
    public IReadOnlyList<(string Name, string Value)> Metadata => metadata;

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, System.Text.Encoding.UTF8);
}
