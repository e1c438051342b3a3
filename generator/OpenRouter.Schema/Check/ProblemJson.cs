using OpenRouter.Generator.Problems;
using OpenRouter.Schema.Documents;

namespace OpenRouter.Schema.Check;

/// <summary>Prints problems as JSON. Lines and columns count from one, as in the text.</summary>
internal static class ProblemJson
{
    public static string Of(IEnumerable<Problem> problems) => JsonText.Of(writer =>
    {
        writer.WriteStartArray();
        foreach (var problem in problems)
        {
            var diagnostic = ProblemReporter.ToDiagnostic(problem);
            writer.WriteStartObject();
            writer.WriteString("id", diagnostic.Id);
            writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            writer.WriteString("message", problem.Message);
            writer.WriteString("file", problem.Span.Path);
            writer.WriteNumber("line", problem.Span.Line + 1);
            writer.WriteNumber("column", problem.Span.Column + 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
