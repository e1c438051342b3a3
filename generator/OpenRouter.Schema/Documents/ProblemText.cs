using System.Globalization;
using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Problems;

namespace OpenRouter.Schema.Documents;

/// <summary>Says problems the way compilers do: <c>file(line,column): severity ORG####: message</c>.</summary>
internal static class ProblemText
{
    public static string Of(Problem problem) => ((IFormattable)ProblemReporter.ToDiagnostic(problem)).ToString(null, CultureInfo.InvariantCulture);

    public static bool IsError(Problem problem) => ProblemReporter.ToDiagnostic(problem).Severity == DiagnosticSeverity.Error;
}
