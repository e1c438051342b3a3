namespace OpenRouter.Runtime.Streaming;

/// <summary>What one chunk showed, for those who hand it on.</summary>
/// <param name="Text">Its text; null when it has none.</param>
/// <param name="HasChoices">Whether it had choices.</param>
/// <param name="HasUsage">Whether it had usage.</param>
/// <param name="HasContent">Whether it had text, reasoning, a tool call or the like.</param>
/// <param name="IsFinished">Whether every choice so far has its finish reason.</param>
/// <param name="IsMarker">Whether it tells of a recovery and nothing else.</param>
internal readonly record struct StepFacts(string? Text, bool HasChoices, bool HasUsage, bool HasContent, bool IsFinished, bool IsMarker = false);
