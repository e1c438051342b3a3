using System.Diagnostics;
using System.Globalization;
using WebApi.Web;

namespace WebApi.Relay;

/// <summary>An error as callers are told of it. Its texts are fixed: nothing of what the service said is in them.</summary>
/// <param name="Status">The HTTP status, if the response has not begun.</param>
/// <param name="Code">The stable name.</param>
/// <param name="Message">What happened, for people.</param>
/// <param name="Retryable">Whether the same request may succeed later.</param>
/// <param name="RetryAfter">When to come back, if that is known.</param>
internal sealed record PublicError(int Status, string Code, string Message, bool Retryable = false, TimeSpan? RetryAfter = null)
{
    /// <summary>The id under which the logs have a request.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public ErrorEvent At(HttpContext context) => new(Code, Message, Retryable, TraceOf(context));

    /// <summary>Makes it the response, which must not have begun.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsJsonAsync(At(context), RelayJson.Default.ErrorEvent, cancellationToken: context.RequestAborted);
    }
}
