namespace OpenRouter.Generator.Text;

/// <summary>A place in an input file as nodes carry it; lines and columns are found when they are asked for.</summary>
internal readonly record struct SourcePlace(SourceLines? Lines, int Start, int Length)
{
    public SourceSpan Span => Lines?.Span(Start, Length) ?? default;

    public string? Path => Lines?.Path;
}
