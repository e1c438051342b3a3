using Microsoft.Extensions.Logging;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Extensions.Logging;

/// <summary>Turns what observers are told into log messages.</summary>
internal sealed partial class LoggingObserver(ILogger logger) : CallObserver
{
    public override void OnStarted(CallInfo call) => Started(call.Operation, call.Path, call.Model);

    public override void OnRetry(CallInfo call, CallAttempt failed, TimeSpan wait)
        => Retried(call.Operation, failed.Number, failed.StatusCode, failed.ErrorType?.Value, failed.Clock, failed.GenerationId, wait.TotalMilliseconds);

    public override void OnRecovery(CallInfo call, StreamRecovery recovery)
        => Recovered(call.Operation, recovery.Kind, recovery.Model ?? call.Model, recovery.Cause.GenerationId);

    public override void OnEnded(CallInfo call, CallEnd end)
    {
        switch (end.Outcome)
        {
            case AnswerOutcome.Completed:
                Completed(call.Operation, end.Elapsed.TotalMilliseconds, end.Attempts, end.Model, end.Provider, end.FinishReason, end.Usage?.PromptTokens, end.Usage?.CompletionTokens, end.Usage?.Cost, end.GenerationId);
                break;
            case AnswerOutcome.Cancelled:
                Cancelled(call.Operation, end.Elapsed.TotalMilliseconds, end.GenerationId);
                break;
            default:
                Failed(call.Operation, end.Outcome, end.Elapsed.TotalMilliseconds, end.Attempts, end.StatusCode, end.ErrorType?.Value, end.Clock, end.Provider, end.GenerationId);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Operation} {Path} is sent, model {Model}.")]
    private partial void Started(string operation, string path, string? model);

    [LoggerMessage(2, LogLevel.Warning, "{Operation}: attempt {Attempt} failed (status {Status}, {ErrorType}, clock {Clock}, generation {GenerationId}) and is repeated in {Wait:0} ms.")]
    private partial void Retried(string operation, int attempt, int? status, string? errorType, CallClock? clock, string? generationId, double wait);

    [LoggerMessage(3, LogLevel.Warning, "{Operation}: the answer broke off and goes on by {Recovery}, model {Model}; the generation that broke off is {GenerationId}.")]
    private partial void Recovered(string operation, RecoveryKind recovery, string? model, string? generationId);

    [LoggerMessage(4, LogLevel.Information, "{Operation} completed in {Elapsed:0} ms, {Attempts} attempts, model {Model}, provider {Provider}, finish reason {FinishReason}, tokens {PromptTokens} + {CompletionTokens}, ${Cost}, generation {GenerationId}.")]
    private partial void Completed(string operation, double elapsed, int attempts, string? model, string? provider, string? finishReason, long? promptTokens, long? completionTokens, decimal? cost, string? generationId);

    [LoggerMessage(5, LogLevel.Warning, "{Operation} ended as {Outcome} after {Elapsed:0} ms and {Attempts} attempts: status {Status}, {ErrorType}, clock {Clock}, provider {Provider}, generation {GenerationId}.")]
    private partial void Failed(string operation, AnswerOutcome outcome, double elapsed, int attempts, int? status, string? errorType, CallClock? clock, string? provider, string? generationId);

    [LoggerMessage(6, LogLevel.Debug, "{Operation} was cancelled after {Elapsed:0} ms, generation {GenerationId}.")]
    private partial void Cancelled(string operation, double elapsed, string? generationId);
}
