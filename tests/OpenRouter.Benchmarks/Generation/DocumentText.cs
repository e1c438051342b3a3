using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Benchmarks.Generation;

/// <summary>A document or overlay whose text is in memory, so that no file system is measured.</summary>
internal sealed class DocumentText(string path, string content) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(content, System.Text.Encoding.UTF8);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    public static DocumentText Load(string path) => new(System.IO.Path.GetFileName(path), File.ReadAllText(path));
}
