namespace OpenRouter.Runtime.Streaming.Memo;

/// <summary>A text that may differ from event to event.</summary>
/// <param name="Start">Where it begins in the event, behind its quote.</param>
/// <param name="Length">How many bytes it has there.</param>
/// <param name="Number">Which of the varying texts it is.</param>
/// <param name="IsInDetails">Whether it stands in the reasoning details, which are kept as JSON.</param>
internal readonly record struct Hole(int Start, int Length, int Number, bool IsInDetails);
