using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>Our rules, as a project that installs them has them.</summary>
internal static class OwnRules
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules = BuiltAssembly.Load("AnalyzerAssembly").GetAnalyzers(LanguageNames.CSharp);

    public static int Count => s_rules.Length;

    /// <summary>What they say of code, informations too.</summary>
    public static Task<ImmutableArray<Diagnostic>> JudgeAsync(Compilation compilation, CancellationToken cancellationToken)
        => compilation.WithAnalyzers(s_rules).GetAnalyzerDiagnosticsAsync(cancellationToken);
}
