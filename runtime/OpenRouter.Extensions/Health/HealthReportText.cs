using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenRouter.Core;

namespace OpenRouter.Extensions.Health;

/// <summary>Turns what a call gave into a result. No message of an exception and no text of the service is in it: health pages are read by many.</summary>
internal sealed class HealthReportText(OpenRouterHealthOptions options, TimeProvider time, HealthStatus failure)
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>The service answered.</summary>
    public HealthCheckResult Answered(KeyState? key)
    {
        var data = Data();
        Add(data, "limit", key?.Limit);
        Add(data, "limit_remaining", key?.Remaining);
        Add(data, "usage", key?.Usage);
        return key?.Remaining is { } left && left <= options.DegradedAt
            ? new HealthCheckResult(HealthStatus.Degraded, string.Create(CultureInfo.InvariantCulture, $"OpenRouter answers, but the key has ${left} of its limit left."), null, data)
            : new HealthCheckResult(HealthStatus.Healthy, "OpenRouter answers and accepts the key.", null, data);
    }

    /// <summary>The clock of the check ran out.</summary>
    public HealthCheckResult TimedOut()
        => new(failure, string.Create(CultureInfo.InvariantCulture, $"OpenRouter did not answer within {options.Timeout.TotalSeconds:0.###} seconds."), null, Data());

    /// <summary>The call failed.</summary>
    public HealthCheckResult Failed(Exception exception)
    {
        var data = Data();
        if (exception is not OpenRouterException error)
        {
            Add(data, "exception", exception.GetType().Name);
            return new HealthCheckResult(failure, "The call failed before it reached OpenRouter.", null, data);
        }

        Add(data, "status_code", error.StatusCode);
        Add(data, "error_type", error.ErrorType?.Value);
        Add(data, "clock", error.Clock?.ToString());
        Add(data, "retry_after_s", error.RetryAfter?.TotalSeconds);
        var (status, text) = error.StatusCode switch
        {
            401 or 403 => (failure, "OpenRouter refuses the key."),
            402 => (HealthStatus.Degraded, "OpenRouter answers, but there is no credit left."),
            429 => (HealthStatus.Degraded, "OpenRouter answers, but limits the rate of this key."),
            { } other => (failure, string.Create(CultureInfo.InvariantCulture, $"OpenRouter answered with status {other}.")),
            null when error.Clock is { } clock => (failure, $"OpenRouter did not answer in time (clock {clock})."),
            null => (failure, "OpenRouter could not be reached, or gave an answer that could not be read."),
        };
        return new HealthCheckResult(status, text, null, data);
    }

    private static void Add(Dictionary<string, object> data, string name, object? value)
    {
        if (value is not null)
        {
            data[name] = value;
        }
    }

    private Dictionary<string, object> Data() => new(StringComparer.Ordinal)
    {
        ["checked_at"] = time.GetUtcNow(),
        ["latency_ms"] = Math.Round(time.GetElapsedTime(_began).TotalMilliseconds),
    };
}
