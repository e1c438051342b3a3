using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Benchmarks.Generation;

/// <summary>Properties of a project as the build passes them on.</summary>
internal sealed class ProjectSettings(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    private static readonly Values Empty = new([]);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Empty;

    private sealed class Values((string Name, string Value)[] properties) : AnalyzerConfigOptions
    {
        private readonly Dictionary<string, string> _values = properties.ToDictionary(static property => "build_property." + property.Name, static property => property.Value, StringComparer.Ordinal);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
