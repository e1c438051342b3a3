using System.Text;
using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Makes the exceptions. Every text that came from elsewhere is cleaned of keys and bounded here.</summary>
internal sealed class Failures(ApiKey? key, TimeProvider time)
{
    private Redactor? _redactor;

    // Most answers have nothing to clean.
    private Redactor Redactor => _redactor ??= new Redactor(key);

    /// <summary>A status that is no success.</summary>
    public OpenRouterException FromStatus(ApiResponse response, ReadOnlySpan<byte> body, bool anonymous)
    {
        var text = Redactor.Clean(BodyText.Decode(body, response.ContentType));
        var now = time.GetUtcNow();
        var element = ErrorEnvelope.Find(Encoding.UTF8.GetBytes(text));
        var error = element is { } found ? ApiError.Read(found, now) : new ApiError();
        var wait = RetryHint.FromHeaders(response.Header("retry-after-ms"), response.Header("Retry-After"), now)
            ?? error.RetryAfter
            ?? RetryHint.FromUnixMilliseconds(response.Header("X-RateLimit-Reset"), now);
        var said = element is null ? $"{response.ContentType ?? "no content type"}: {Excerpts.Short(text)}" : error.Said;
        var facts = new CallFacts(response.GenerationId, response.ProviderName);
        return Build(response.Status, $"{response.Status}: {said}", error, wait, element, facts, text, key is not null || anonymous);
    }

    /// <summary>An error inside an answer of status 200.</summary>
    public OpenRouterException FromError(JsonElement element, CallFacts facts, string? body = null)
    {
        var clean = Clean(element);
        var error = ApiError.Read(clean, time.GetUtcNow());
        var status = error.Number is >= 100 and < 600 ? error.Number : null;
        var said = error.Code is null ? error.Said : $"{error.Code}: {error.Said}";
        return Build(status, said, error, error.RetryAfter, clean, facts, body is null ? null : Redactor.Clean(body), hasKey: true);
    }

    /// <summary>An answer that is not what the protocol says.</summary>
    public OpenRouterException Protocol(string message, CallFacts facts, ReadOnlySpan<byte> body, Exception? cause = null)
    {
        var text = Redactor.Clean(BodyText.Decode(body, contentType: null));
        return new OpenRouterException(Redactor.Clean($"{Excerpts.Quote(message)} It began with: {Excerpts.Short(text)}"), Redactor.Clean(cause))
        {
            GenerationId = Clean(facts.GenerationId),
            ProviderName = Clean(facts.Provider),
            Partial = facts.Partial,
            ResponseBody = Excerpts.Body(text),
        };
    }

    /// <summary>A failure without a word of the service.</summary>
    public OpenRouterException Plain(string message, CallFacts facts, Exception? cause = null, bool isTransient = false, string? code = null)
        => new(Redactor.Clean(message), Redactor.Clean(cause))
        {
            Code = code,
            GenerationId = Clean(facts.GenerationId),
            ProviderName = Clean(facts.Provider),
            Partial = facts.Partial,
            IsTransient = isTransient,
        };

    /// <summary>The caller cancelled; what the handler said about it may quote the request.</summary>
    public OperationCanceledException Cancelled(Exception? cause, CancellationToken cancellationToken)
        => new("The call was cancelled.", Redactor.Clean(cause), cancellationToken);

    /// <summary>A stream that ended before its answer.</summary>
    public StreamInterruptedException Interrupted(string message, CallFacts facts, Exception? cause = null, CallClock? clock = null)
        => new(Redactor.Clean(message), Redactor.Clean(cause))
        {
            GenerationId = Clean(facts.GenerationId),
            ProviderName = Clean(facts.Provider),
            Partial = facts.Partial,
            Clock = clock,
            IsTransient = clock != CallClock.Total,
        };

    /// <summary>A clock that ran out: an interruption of a stream, a failure of any other call.</summary>
    public OpenRouterException TimedOut(CallClock clock, ApiRequest request, CallGuard guard, CallFacts facts, Exception? cause)
    {
        var message = ClockText.Of(clock, request, guard);
        var reason = new TimeoutException(message, Redactor.Clean(cause));
        return guard.IsStreamed
            ? Interrupted(message, facts, reason, clock)
            : new OpenRouterException(message, reason)
            {
                GenerationId = Clean(facts.GenerationId),
                ProviderName = Clean(facts.Provider),
                Clock = clock,
                IsTransient = clock != CallClock.Total,
            };
    }

    /// <summary>A text of others without keys.</summary>
    public string? Clean(string? text) => text is null ? null : Redactor.Clean(text);

    private OpenRouterException Build(
        int? status, string said, ApiError error, TimeSpan? wait, JsonElement? element, CallFacts facts, string? body, bool hasKey)
        => new(Redactor.Clean($"{StatusAdvice.Happened(status, hasKey)} ({Excerpts.Quote(said)}). {StatusAdvice.ToDo(status, hasKey, wait)}"))
        {
            StatusCode = status,
            ErrorType = error.Type,
            Code = error.Code,
            ProviderName = Clean(error.Provider ?? facts.Provider),
            GenerationId = Clean(facts.GenerationId),
            Partial = facts.Partial,
            RetryAfter = wait,
            IsTransient = error.IsRetryable ?? (StatusAdvice.IsTransient(status) || (status is null && StatusAdvice.IsTransient(error.Type?.Value ?? error.Code))),
            ResponseBody = body is null ? null : Excerpts.Body(body),
            Error = element,
        };

    private JsonElement Clean(JsonElement element)
    {
        var text = element.GetRawText();
        var clean = Redactor.Clean(text);
        return clean == text ? element : JsonModel.Parse<JsonElement>(Encoding.UTF8.GetBytes(clean), JsonRead.Element);
    }
}
