using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>Runs one analyzer over a marked source and compares what it reports.</summary>
internal static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The marks, and nothing else, are reported; a source without marks is silent.</summary>
    public static async Task<Document> VerifyAsync(string marked, TestProject? project = null)
    {
        project ??= TestProject.Default;
        var source = MarkedSource.Parse(marked);
        var document = project.CreateDocument(source.Text);
        var found = await DiagnosticsAsync(document.Project);
        var rule = new TAnalyzer().SupportedDiagnostics[0].Id;
        Assert.Equal(
            source.Marks.Select(mark => Show(mark.Id ?? rule, mark.Span)),
            found.Select(diagnostic => Show(diagnostic.Id, diagnostic.Location.SourceSpan)));
        return document;

        string Show(string id, Microsoft.CodeAnalysis.Text.TextSpan span) => $"{id} at {span}: {source.Text.Substring(span.Start, span.Length)}";
    }

    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, bool mayHaveErrors = false)
    {
        var compilation = (await project.GetCompilationAsync())!;
        if (!mayHaveErrors)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        var crashes = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => crashes.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new TAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(crashes);
        return found.Sort(static (left, right) => left.Location.SourceSpan.CompareTo(right.Location.SourceSpan));
    }
}
