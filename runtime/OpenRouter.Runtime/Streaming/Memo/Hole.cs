namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A value that may vary, in an event.</summary>
/// <param name="start">Where it begins, of a text behind its quote.</param>
/// <param name="length">How many bytes it has, of a text without its quotes.</param>
/// <param name="path">Which of the paths leads to it.</param>
internal readonly struct Hole(int start, int length, int path)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int Path { get; } = path;
}
