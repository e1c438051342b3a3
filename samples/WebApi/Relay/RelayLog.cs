namespace WebApi.Relay;

/// <summary>What is logged: ids, counts, times and outcomes. Never a text of users or models, nor a message of an exception, which may quote them.</summary>
internal static partial class RelayLog
{
    [LoggerMessage(1, LogLevel.Information, "Answer {TraceId} for {User} by {Preset} ({Model}): {Outcome} after {Milliseconds} ms with {Events} texts, {Tokens} tokens, generation {GenerationId}.")]
    public static partial void Ended(ILogger logger, string traceId, string user, string preset, string model, string outcome, long milliseconds, int events, long? tokens, string? generationId);

    [LoggerMessage(2, LogLevel.Critical, "OpenRouter refuses the account of this server (status {Status}): check its key and its credit. No user gets an answer until then. ({TraceId})")]
    public static partial void AccountRefused(ILogger logger, int? status, string traceId);

    [LoggerMessage(3, LogLevel.Error, "Unexpected {Type} in {TraceId}.\n{StackTrace}")]
    public static partial void Unexpected(ILogger logger, string traceId, Type type, string? stackTrace);

    [LoggerMessage(4, LogLevel.Warning, "What generation {GenerationId} used is not known ({Reason}); the tokens reserved for it stay spent.")]
    public static partial void UsageUnknown(ILogger logger, string? generationId, string reason);
}
