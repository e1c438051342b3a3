using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>The same for an analyzer that is named by its type.</summary>
internal static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static Task<Document> VerifyAsync(string marked, TestProject? project = null)
    {
        return RuleVerifier.VerifyAsync(new TAnalyzer(), marked, project);
    }

    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, bool mayHaveErrors = false)
    {
        return RuleVerifier.DiagnosticsAsync(new TAnalyzer(), project, mayHaveErrors);
    }
}
