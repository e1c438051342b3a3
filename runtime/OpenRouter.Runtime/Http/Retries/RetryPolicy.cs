using OpenRouter.Core;

namespace OpenRouter.Runtime.Http.Retries;

/// <summary>Decides whether a failed attempt is repeated, and after which wait.</summary>
/// <param name="options">The settings.</param>
/// <param name="budget">What the client may spend.</param>
/// <param name="random">Gives numbers from 0 to below 1.</param>
internal sealed class RetryPolicy(RetryOptions options, RetryBudget budget, Func<double> random)
{
    /// <summary>The wait before the next attempt; null when there is none.</summary>
    public TimeSpan? Decide(ApiCall call, OpenRouterException failure)
    {
        if (call.IsCommitted || !call.Request.CanBeSentAgain)
        {
            return null;
        }

        if (call.Request.IsLookup && failure.StatusCode == 404)
        {
            return call.Lookups < options.MaxLookups && call.HasTimeFor(Wait(call.Lookups, random: 1)) ? Wait(call.Lookups++, random: 1) : null;
        }

        if (!failure.IsTransient || call.Retries >= options.MaxRetries || IsUnsafe(call.Request, failure))
        {
            return null;
        }

        var asked = failure.RetryAfter ?? TimeSpan.Zero;
        if (asked > options.MaxRetryAfter)
        {
            return null;
        }

        var own = Wait(call.Retries, random());
        var wait = asked > own ? asked : own;
        var cost = failure.Clock is null ? RetryBudget.CostOfRetry : RetryBudget.CostOfTimeout;
        if (!call.HasTimeFor(wait) || !budget.TryPay(cost))
        {
            return null;
        }

        call.Retries++;
        return wait;
    }

    /// <summary>
    /// What creates something may have created it although the answer was lost. It is repeated only where nothing was done: no
    /// connection, or a refusal to take the request.
    /// </summary>
    private static bool IsUnsafe(ApiRequest request, OpenRouterException failure)
        => request.Creates && failure is not { StatusCode: 408 or 429 or 503 or 529 } and not { Clock: CallClock.Connect } and not { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } };

    /// <summary>A wait in whole milliseconds, as timers take it.</summary>
    private TimeSpan Wait(int retry, double random)
        => TimeSpan.FromMilliseconds(Math.Floor(Backoff.Jittered(retry, options.BaseDelay, options.MaxDelay, random).TotalMilliseconds));
}
