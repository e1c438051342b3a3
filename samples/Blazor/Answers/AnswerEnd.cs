using System.Text.Json;

namespace BlazorChat.Answers;

/// <summary>How an answer ended, in words that may be shown.</summary>
/// <param name="Kind">How.</param>
/// <param name="Note">What to tell the user; null when all is well. Never a message of an exception.</param>
/// <param name="Statistics">Tokens, cost, provider and speed; null when nothing is known.</param>
public sealed record AnswerEnd(AnswerEndKind Kind, string? Note = null, string? Statistics = null)
{
    /// <summary>The reasoning to send back unchanged; of whole answers only, since signatures hold for whole reasoning.</summary>
    public IReadOnlyList<JsonElement> ReasoningDetails { get; init; } = [];
}
