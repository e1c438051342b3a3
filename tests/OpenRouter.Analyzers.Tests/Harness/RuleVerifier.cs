using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>Runs one analyzer over a marked source and compares what it reports.</summary>
internal static class RuleVerifier
{
    /// <summary>The marks, and nothing else, are reported; a source without marks is silent.</summary>
    public static async Task<Document> VerifyAsync(DiagnosticAnalyzer analyzer, string marked, TestProject? project = null)
    {
        project ??= TestProject.Default;
        var source = MarkedSource.Parse(marked);
        var document = project.CreateDocument(source.Text);
        var found = await DiagnosticsAsync(analyzer, document.Project);
        var rule = analyzer.SupportedDiagnostics[0].Id;
        Assert.Equal(
            source.Marks.Select(mark => Show(mark.Id ?? rule, mark.Span)),
            found.Select(diagnostic => Show(diagnostic.Id, diagnostic.Location.SourceSpan)));
        return document;

        string Show(string id, Microsoft.CodeAnalysis.Text.TextSpan span) => $"{id} at {span}: {source.Text.Substring(span.Start, span.Length)}";
    }

    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticAnalyzer analyzer, Project project, bool mayHaveErrors = false)
    {
        var compilation = (await project.GetCompilationAsync())!;
        // The stubs were compiled when their project was made.
        var models = compilation.SyntaxTrees
            .Where(tree => !tree.FilePath.StartsWith("/Stubs/", StringComparison.Ordinal))
            .Select(tree => compilation.GetSemanticModel(tree))
            .ToList();
        if (!mayHaveErrors)
        {
            Assert.DoesNotContain(
                models.SelectMany(model => model.GetDiagnostics()),
                diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        var crashes = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, (exception, _, _) => crashes.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers([analyzer], options);
        var found = new List<Diagnostic>();
        foreach (var model in models)
        {
            found.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, TestContext.Current.CancellationToken));
        }

        Assert.Empty(crashes);
        return found.ToImmutableArray().Sort(static (left, right) => left.Location.SourceSpan.CompareTo(right.Location.SourceSpan));
    }
}
