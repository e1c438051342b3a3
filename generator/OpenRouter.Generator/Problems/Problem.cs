using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Problems;

/// <summary>A mistake or an unsupported construct in a document, as a value that the pipeline can compare.</summary>
internal sealed record Problem(ProblemRule Rule, SourceSpan Span, string Message)
{
    /// <summary>True when the project wants this warning to be an error.</summary>
    public bool IsRaised { get; init; }
}
