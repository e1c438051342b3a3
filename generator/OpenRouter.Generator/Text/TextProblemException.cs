using System;

namespace OpenRouter.Generator.Text;

/// <summary>Carries the first syntax error of a file out of a reader; caught where the file is loaded and never beyond.</summary>
internal sealed class TextProblemException : Exception
{
    public TextProblemException(string message, SourceSpan span)
        : base(message)
    {
        Span = span;
    }

    public SourceSpan Span { get; }
}
