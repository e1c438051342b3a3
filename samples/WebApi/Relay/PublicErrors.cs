using OpenRouter.Core;

namespace WebApi.Relay;

/// <summary>All errors that callers can see.</summary>
internal static class PublicErrors
{
    public static PublicError SignInNeeded { get; } = new(401, "sign_in_needed", "Sign in first, or send a key of this server.");

    public static PublicError UnknownKey { get; } = new(401, "unknown_key", "This key is not known.");

    public static PublicError Forbidden { get; } = new(403, "forbidden", "This is not allowed for you.");

    public static PublicError HttpsNeeded { get; } = new(400, "https_needed", "Sessions need https.");

    public static PublicError Forged { get; } = new(400, "forged", $"The request lacks the token of its session. Get it from GET /api/session and send it as {Accounts.AccountServices.ForgeryHeader}.");

    public static PublicError JsonNeeded { get; } = new(415, "json_needed", "Send JSON, with the content type application/json.");

    public static PublicError UnknownPreset { get; } = new(400, "unknown_preset", "There is no such preset.");

    public static PublicError UnknownModel { get; } = new(400, "unknown_model", "The preset does not offer this model.");

    public static PublicError ShuttingDown { get; } = new(503, "shutting_down", "The server is being restarted. Ask again in a moment.", Retryable: true, TimeSpan.FromSeconds(15));

    public static PublicError Internal { get; } = new(500, "internal", "Something went wrong in this server.");

    /// <summary>The account of the operator is the cause. Callers cannot help it and are not told; the operator is, by the log.</summary>
    public static PublicError Unavailable { get; } = new(502, "unavailable", "The service for answers cannot be used at the moment.");

    private static PublicError TooLarge { get; } = new(413, "too_large", "The request is too large.");

    private static PublicError TooSlow { get; } = new(408, "too_slow", "The request did not arrive in time.", Retryable: true);

    private static PublicError Busy { get; } = new(503, "busy", "The service for answers is busy. Ask again in a moment.", Retryable: true);

    private static PublicError Timeout { get; } = new(504, "timeout", "The answer took too long.", Retryable: true);

    private static PublicError Interrupted { get; } = new(502, "interrupted", "The answer broke off.", Retryable: true);

    private static PublicError TooLong { get; } = new(422, "conversation_too_long", "The conversation is too long for the model.");

    private static PublicError ContentRefused { get; } = new(422, "content_refused", "The conversation was refused by a content filter.");

    private static PublicError Failed { get; } = new(502, "failed", "The service for answers failed.");

    public static PublicError Invalid(string message) => new(400, "invalid", message);

    public static PublicError TooMany(TimeSpan wait) => new(429, "too_many", "Too many requests at once or in a short time.", Retryable: true, wait);

    public static PublicError DailyLimit(TimeSpan wait) => new(429, "daily_limit", "Your tokens for today are used up.", Retryable: false, wait);

    /// <summary>What the server itself refuses before any code of ours runs.</summary>
    public static PublicError OfStatus(int status) => status switch
    {
        413 => TooLarge,
        408 => TooSlow,
        _ => Invalid("The request is not valid HTTP."),
    };

    /// <summary>What callers may know of a failure of the service. Its own words may quote prompts, and name what they should not.</summary>
    public static PublicError Of(OpenRouterException exception)
    {
        if (exception is StreamInterruptedException { Clock: null })
        {
            return Interrupted;
        }

        if (exception.Clock is not null)
        {
            return Timeout;
        }

        if (exception.ErrorType == OpenRouterErrorType.ContextLengthExceeded || exception.ErrorType == OpenRouterErrorType.TokenLimitExceeded)
        {
            return TooLong;
        }

        if (exception.ErrorType == OpenRouterErrorType.ContentPolicyViolation || exception.ErrorType == OpenRouterErrorType.Refusal)
        {
            return ContentRefused;
        }

        return exception.StatusCode switch
        {
            401 or 402 or 403 => Unavailable,
            429 or 503 or 529 => Busy with { RetryAfter = exception.RetryAfter },
            408 or 504 or 524 => Timeout,
            _ => Failed with { Retryable = exception.IsTransient },
        };
    }
}
