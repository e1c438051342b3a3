using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Generator.Problems;

/// <summary>The one place that turns a problem into a diagnostic at its line of the document.</summary>
internal static class ProblemReporter
{
    public static Diagnostic ToDiagnostic(Problem problem)
    {
        var span = problem.Span;
        var location = span.Path is null
            ? Location.None
            : Location.Create(
                span.Path,
                new TextSpan(span.Start, span.Length),
                new LinePositionSpan(new LinePosition(span.Line, span.Column), new LinePosition(span.EndLine, span.EndColumn)));
        var descriptor = ProblemDescriptors.Of(problem.Rule);
        return problem.IsRaised
            ? Diagnostic.Create(descriptor, location, DiagnosticSeverity.Error, null, null, problem.Message)
            : Diagnostic.Create(descriptor, location, problem.Message);
    }
}
