namespace OpenRouter.Generator.Text;

/// <summary>A place in an input file: offsets count UTF-16 units, lines and columns count from zero.</summary>
internal readonly record struct SourceSpan(string Path, int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The start of a file, for what concerns all of it.</summary>
    public static SourceSpan StartOf(string path) => new(path, 0, 0, 0, 0, 0, 0);
}
