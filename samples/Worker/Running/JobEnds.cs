using OpenRouter.Runtime.Streaming;
using Worker.Jobs;

namespace Worker.Running;

/// <summary>The ends that are no failures.</summary>
internal static class JobEnds
{
    /// <summary>The model has answered. An answer that was cut off by its limit is an answer; its finish reason says so to the caller.</summary>
    public static JobEnd Completed(ChatAnswer answer, string text) => new()
    {
        State = JobState.Done,
        Outcome = AttemptOutcome.Completed,
        Answer = text,
        FinishReason = answer.FinishReason,
        GenerationId = answer.GenerationId,
        Provider = answer.Provider,
        PromptTokens = answer.Usage?.PromptTokens,
        CompletionTokens = answer.Usage?.CompletionTokens,
        Cost = answer.Usage?.Cost,
    };

    /// <summary>The process stops: the job goes back at once, for the next process, and the attempt does not count.</summary>
    public static JobEnd Released() => new()
    {
        State = JobState.Queued,
        Outcome = AttemptOutcome.Released,
        IsRefunded = true,
        ErrorCode = "worker_stopped",
    };
}
