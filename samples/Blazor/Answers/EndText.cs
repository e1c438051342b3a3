using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace BlazorChat.Answers;

/// <summary>Puts the end of an answer into words for its reader. Messages of exceptions are not among them: they quote prompts, addresses and accounts.</summary>
internal static class EndText
{
    /// <summary>Of a stream that ended by itself: with a finish reason, though not always a good one.</summary>
    public static AnswerEnd Of(ChatAnswer answer) => answer switch
    {
        { Refusal.Length: > 0 } => new(AnswerEndKind.Declined, "The model declined to answer."),
        { FinishReason: "stop", Text: "" } => new(AnswerEndKind.Unusual, "The model answered with nothing."),
        { FinishReason: "stop" } => new(AnswerEndKind.Complete),
        { FinishReason: "length" } => new(AnswerEndKind.CutOff, "The answer is cut off: it reached the limit of tokens."),
        { FinishReason: "content_filter" } => new(AnswerEndKind.Filtered, "The answer is cut off: a content filter stopped it."),
        { FinishReason: "error" } => new(AnswerEndKind.Failed, "The answer stopped early: the provider had a problem."),
        _ => new(AnswerEndKind.Unusual, "The answer ended in a way that this page does not know. It may not be whole."),
    };

    /// <summary>Of a call that failed.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="hasText">Whether a part of the answer is shown.</param>
    /// <param name="reference">What the log calls this failure.</param>
    public static AnswerEnd Of(OpenRouterException exception, bool hasText, string reference)
    {
        var what = (exception, hasText) switch
        {
            (StreamInterruptedException, true) => "The answer stopped early: the connection broke off.",
            (StreamInterruptedException, false) => "The connection broke off before an answer came.",
            ({ Clock: not null }, _) => hasText ? "The answer stopped early: it took too long." : "No answer came in time.",
            (_, true) => "The answer stopped early: the service had a problem.",
            ({ StatusCode: 401 or 402 or 403 }, _) => "The service did not accept the request of this site. Only its operator can change that.",
            ({ StatusCode: 429, RetryAfter: { } wait }, _) => FormattableString.Invariant($"The service is busy. Try again in {Math.Ceiling(wait.TotalSeconds):0} seconds."),
            ({ StatusCode: 429 }, _) => "The service is busy. Try again in a while.",
            ({ StatusCode: 400 or 404 or 413 or 422 }, _) => "The service could not use the request. A new chat may help.",
            _ => "The service could not be reached or had a problem.",
        };
        var kind = exception is StreamInterruptedException || exception.Clock is not null ? AnswerEndKind.Interrupted : AnswerEndKind.Failed;
        return new(kind, $"{what} (Reference {reference})");
    }
}
