using OpenRouter.Runtime.Http.Retries;
using Polly;

namespace OpenRouter.Core;

/// <summary>
/// How failed calls are repeated. Only failures that may pass are (see <see cref="OpenRouterException.IsTransient"/>), and
/// only as long as nothing of the answer was handed out.
/// </summary>
public sealed record RetryOptions
{
    /// <summary>No retries at all.</summary>
    public static RetryOptions None { get; } = new() { MaxRetries = 0, MaxLookups = 0 };

    /// <summary>The most retries of one call, besides its first attempt. Default 2; 0 switches retries off.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>The most retries of a lookup that answers 404 until the service has written its record, such as <c>GET /generation</c>. Default 4, after 0.5, 1, 2 and 4 seconds.</summary>
    public int MaxLookups { get; init; } = 4;

    /// <summary>The ceiling of the first wait; it doubles each time, and the wait is a random part of it. Default 0.5 seconds.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The highest ceiling. Default 8 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest wait that the service may ask for; when it asks for more, the error comes back at once and carries it. Default 60 seconds.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What all calls of a client may spend on retries before successes refill it: 5 for a retry, 10 after a clock ran out, 1
    /// back for each success. Keeps a client from multiplying the load of a service that is down. Default 100.
    /// </summary>
    public int Budget { get; init; } = 100;

    /// <summary>
    /// Replaces all of the above: what an attempt throws goes through this pipeline. An attempt is over, and cannot be
    /// repeated, once the first part of its answer was handed out.
    /// </summary>
    public ResiliencePipeline? Pipeline { get => (Other as PollyRetries)?.Pipeline; init => Other = value is null ? null : new PollyRetries(value); }

    /// <summary>What runs the attempts instead.</summary>
    internal OtherRetries? Other { get; private init; }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value cannot be used.</exception>
    internal RetryOptions Check(string parameter)
    {
        if (MaxRetries < 0 || MaxLookups < 0 || Budget < 0)
        {
            throw new ArgumentException("MaxRetries, MaxLookups and Budget of the retries must not be negative.", parameter);
        }

        var longest = TimeSpan.FromMilliseconds(int.MaxValue);
        if (BaseDelay < TimeSpan.Zero || MaxDelay < BaseDelay || MaxRetryAfter < TimeSpan.Zero || MaxDelay > longest || MaxRetryAfter > longest)
        {
            throw new ArgumentException("The delays of the retries must not be negative or longer than 24 days, and MaxDelay must not be below BaseDelay.", parameter);
        }

        return this;
    }
}
