namespace OpenRouter.Extensions.Health;

/// <summary>How the health check asks.</summary>
public sealed class OpenRouterHealthOptions
{
    /// <summary>The most time for an answer, whatever the clocks of the client. Default 5 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a result is kept, so that probes of many load balancers are one call. Zero asks each time. Default 30 seconds.</summary>
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The rest of the key's limit, in US dollars, at or below which it is degraded. A key without a limit never is. Default 0.</summary>
    public decimal DegradedAt { get; set; }

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A time cannot be used.</exception>
    internal OpenRouterHealthOptions Check(string parameter)
    {
        if (Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue)
        {
            throw new ArgumentException("The Timeout of the health check must be longer than nothing and shorter than 24 days.", parameter);
        }

        if (CacheFor < TimeSpan.Zero)
        {
            throw new ArgumentException("CacheFor of the health check must not be negative.", parameter);
        }

        return this;
    }
}
