namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A value that may vary, in an event.</summary>
/// <param name="Start">Where it begins, of a text behind its quote.</param>
/// <param name="Length">How many bytes it has, of a text without its quotes.</param>
/// <param name="Path">Which of the paths leads to it.</param>
internal readonly record struct Hole(int Start, int Length, int Path);
