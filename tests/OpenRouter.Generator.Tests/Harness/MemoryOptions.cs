using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Project properties as the build would pass them on.</summary>
internal sealed class MemoryOptions((string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private readonly Options _global = new(properties);

    public override AnalyzerConfigOptions GlobalOptions => _global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(textFile is MemoryText { Metadata: var metadata } ? [.. metadata] : [], "build_metadata.AdditionalFiles.");

    private sealed class Options((string Name, string Value)[] properties, string prefix = "build_property.") : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = properties.FirstOrDefault(property => prefix + property.Name == key).Value;
            return value is not null;
        }
    }
}
