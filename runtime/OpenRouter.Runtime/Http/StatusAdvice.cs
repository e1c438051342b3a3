using System.Globalization;

namespace OpenRouter.Runtime.Http;

/// <summary>What a status means, and what to do about it.</summary>
internal static class StatusAdvice
{
    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsTransient(int? status) => status is 408 or 429 or 500 or (>= 502 and <= 504) or (>= 520 and <= 529);

    /// <summary>Whether an error that has no status, but a name, may pass.</summary>
    public static bool IsTransient(string? name) => name is
        "rate_limit_exceeded" or "provider_overloaded" or "provider_unavailable" or "server" or "timeout"
        or "server_error" or "rate_limit_error" or "overloaded_error" or "timeout_error" or "api_error" or "capacity_exhausted" or "temporarily_unavailable";

    /// <summary>What happened.</summary>
    public static string Happened(int? status, bool hasKey) => status switch
    {
        >= 300 and < 400 => "The service answered with a redirect, which is never followed",
        401 => hasKey ? "The API key was refused" : "The request was sent without an API key",
        402 => "The credits do not cover the request",
        403 => "The request was forbidden",
        404 => "Nothing was found that serves the request",
        408 or 504 or 524 => "The request took too long",
        413 => "The request is too large",
        429 => "Too many requests were sent",
        502 => "The provider failed",
        503 or 529 => "No provider has capacity for the request",
        >= 400 and < 500 => "The request was refused",
        >= 500 => "The service failed",
        _ => "The call failed",
    };

    /// <summary>What to do.</summary>
    public static string ToDo(int? status, bool hasKey, TimeSpan? wait) => status switch
    {
        >= 300 and < 400 => "Set the base address to where the service is.",
        401 => hasKey ? "Check that the key is the right one and still enabled." : "Set OpenRouterClientOptions.ApiKey.",
        402 => "Add credits, raise the limit of the key, or ask for fewer tokens.",
        403 => "Check the guardrails and permissions of the key, and the content of the request.",
        404 => "Check the name of the model, and the privacy and provider settings of the request.",
        413 => "Send less.",
        429 when wait is null => "Wait and try again.",
        >= 400 and < 500 and not (408 or 429) => "Change the request; sending it again will not help.",
        _ when wait is { } time => string.Create(CultureInfo.InvariantCulture, $"Wait {Math.Ceiling(time.TotalSeconds):0} seconds and try again."),
        _ => "Try again later, or let another model or provider answer.",
    };
}
