using System.Globalization;
using System.Text.Json;
using OpenRouter.Core;
using Worker.Jobs;

namespace Worker.Running;

/// <summary>Decides what becomes of a job whose attempt has failed.</summary>
internal static class FailureVerdict
{
    private const int MaxErrorChars = 2000;

    /// <param name="failure">What was thrown.</param>
    /// <param name="job">The job.</param>
    /// <param name="continues">Whether the attempt went on from the text of an earlier one.</param>
    /// <param name="options">The settings.</param>
    public static JobEnd Of(Exception failure, ClaimedJob job, bool continues, WorkerOptions options)
    {
        var error = failure as OpenRouterException;
        var end = new JobEnd
        {
            State = JobState.Queued,
            Outcome = AttemptOutcome.Interrupted,
            Error = Shorten(failure),
            ErrorCode = CodeOf(failure),
            GenerationId = error?.GenerationId,
            Provider = error?.ProviderName,
        };
        if (error is { StatusCode: 402 or 401 })
        {
            // Not the job's fault, and every other job would meet the same: the queue rests, and no attempt is used up.
            return end with { Outcome = AttemptOutcome.Refused, IsRefunded = true, PausesQueueFor = options.PauseFor, Delay = TimeSpan.Zero };
        }

        if (continues && error is { StatusCode: 400 or 422 })
        {
            // Some models take no answer to go on from. The job itself may be fine: begin anew.
            return Again(end, error, job, options) with { DropsText = true };
        }

        var isRefused = error is { IsTransient: false, Clock: null } and not StreamInterruptedException;
        if (isRefused || failure is AnswerTooLongException or JsonException or KeyNotFoundException)
        {
            // The same again would end the same, and be paid for again.
            return end with { State = JobState.Failed, Outcome = AttemptOutcome.Refused };
        }

        return Again(end, error, job, options);
    }

    private static JobEnd Again(JobEnd end, OpenRouterException? error, ClaimedJob job, WorkerOptions options) => job.Attempt >= job.MaxAttempts
        ? end with { State = JobState.Dead }
        : end with { Delay = Backoff.After(job.Attempt, error?.RetryAfter, options, Random.Shared.NextDouble()) };

    /// <summary>A word for metrics and logs, which must not hold the message: services quote prompts in errors.</summary>
    public static string CodeOf(Exception failure) => failure switch
    {
        OpenRouterException { Clock: { } clock } => $"timeout_{clock.ToString().ToLowerInvariant()}",
        StreamInterruptedException => "stream_interrupted",
        OpenRouterException { ErrorType: { } type } => type.Value,
        OpenRouterException { StatusCode: { } status } => status.ToString(CultureInfo.InvariantCulture),
        OpenRouterException => "no_connection",
        AnswerTooLongException => "answer_too_long",
        JsonException or NotSupportedException or KeyNotFoundException => "payload_unreadable",
        _ => failure.GetType().Name,
    };

    private static string Shorten(Exception failure) => failure.Message.Length > MaxErrorChars ? failure.Message[..MaxErrorChars] : failure.Message;
}
