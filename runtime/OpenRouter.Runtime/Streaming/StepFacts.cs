namespace OpenRouter.Runtime.Streaming;

/// <summary>What one chunk showed, for those who hand it on.</summary>
/// <param name="text">Its text; null when it has none.</param>
/// <param name="hasChoices">Whether it had choices.</param>
/// <param name="hasUsage">Whether it had usage.</param>
/// <param name="hasContent">Whether it had text, reasoning, a tool call or the like.</param>
/// <param name="isFinished">Whether every choice so far has its finish reason.</param>
/// <param name="isMarker">Whether it tells of a recovery and nothing else.</param>
internal readonly struct StepFacts(string? text, bool hasChoices, bool hasUsage, bool hasContent, bool isFinished, bool isMarker = false)
{
    public string? Text { get; } = text;

    public bool HasChoices { get; } = hasChoices;

    public bool HasUsage { get; } = hasUsage;

    public bool HasContent { get; } = hasContent;

    public bool IsFinished { get; } = isFinished;

    public bool IsMarker { get; } = isMarker;
}
