namespace OpenRouter.Generated.Tests.Readme;

/// <summary>A fenced block of a page, and what the comment above it says that it is.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">The line of its first fence.</param>
/// <param name="Language">The language of the fence; empty when it names none.</param>
/// <param name="Code">What stands between the fences.</param>
/// <param name="Kind"><c>program</c>, <c>snippet</c>, <c>output of</c>, <c>file of …</c>; empty without a comment.</param>
/// <param name="Name">The name in the comment; empty without one.</param>
internal sealed record ReadmeBlock(string Page, int Line, string Language, string Code, string Kind, string Name)
{
    public const string Program = "program";

    /// <summary>A program that takes its <c>client</c> from the first one.</summary>
    public const string Snippet = "snippet";

    public const string Output = "output of";

    public bool IsRun => Kind is Program or Snippet;

    public override string ToString() => $"{Page}({Line})";
}
