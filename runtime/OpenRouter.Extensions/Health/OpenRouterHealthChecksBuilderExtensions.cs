using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenRouter.Core;
using OpenRouter.Extensions.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of clients.</summary>
public static class OpenRouterHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks the client of <c>AddOpenRouter</c> by asking for its own key (<c>GET /key</c>), which costs nothing. Degraded: rate limited, no credit, or no more than
    /// <see cref="OpenRouterHealthOptions.DegradedAt"/> left of the key's limit. Failed: everything else that is no answer.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="configure">Sets time limit and caching.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status of a failure; unhealthy when null.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static IHealthChecksBuilder AddOpenRouter(
        this IHealthChecksBuilder builder, Action<OpenRouterHealthOptions>? configure = null, string name = "openrouter", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        => Add(builder, static provider => AskForKey(provider.GetRequiredService<IOpenRouterClient>()), configure, name, failureStatus, tags);

    /// <summary>Checks a client of <c>AddKeyedOpenRouter</c>, as <see cref="AddOpenRouter"/> does.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="key">The key of the service.</param>
    /// <param name="configure">Sets time limit and caching.</param>
    /// <param name="name">The name of the check; <c>openrouter:key</c> when null.</param>
    /// <param name="failureStatus">The status of a failure; unhealthy when null.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static IHealthChecksBuilder AddKeyedOpenRouter(
        this IHealthChecksBuilder builder, string key, Action<OpenRouterHealthOptions>? configure = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Add(builder, provider => AskForKey(provider.GetRequiredKeyedService<IOpenRouterClient>(key)), configure, name ?? $"openrouter:{key}", failureStatus, tags);
    }

    /// <summary>Checks a client that was generated from a document of your own, by a cheap call that you name.</summary>
    /// <typeparam name="TClient">The type that was given to <c>AddOpenRouterClient</c>.</typeparam>
    /// <param name="builder">The health checks.</param>
    /// <param name="probe">Makes the call; its exception is the failure.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Sets time limit and caching.</param>
    /// <param name="failureStatus">The status of a failure; unhealthy when null.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentException">An option cannot be used.</exception>
    public static IHealthChecksBuilder AddOpenRouterClient<TClient>(
        this IHealthChecksBuilder builder, Func<TClient, CancellationToken, Task> probe, string name, Action<OpenRouterHealthOptions>? configure = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(probe);
        return Add(builder, provider => Ask(provider.GetRequiredService<TClient>(), probe), configure, name, failureStatus, tags);
    }

    private static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder, Func<IServiceProvider, Func<CancellationToken, Task<KeyState?>>> ask, Action<OpenRouterHealthOptions>? configure, string name, HealthStatus? failureStatus, IEnumerable<string>? tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var options = new OpenRouterHealthOptions();
        configure?.Invoke(options);
        options.Check(nameof(configure));
        builder.Services.AddKeyedSingleton(name, (provider, _) => new OpenRouterHealthCheck(ask(provider), options, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return builder.Add(new HealthCheckRegistration(name, provider => provider.GetRequiredKeyedService<OpenRouterHealthCheck>(name), failureStatus, tags));
    }

    private static Func<CancellationToken, Task<KeyState?>> AskForKey(IOpenRouterClient client) => async token =>
    {
        var answer = await client.ApiKeys.GetCurrentKeyAsync(token).ConfigureAwait(false);
        return answer.Data is { } key ? new KeyState(key.Limit, key.LimitRemaining, key.Usage) : null;
    };

    private static Func<CancellationToken, Task<KeyState?>> Ask<TClient>(TClient client, Func<TClient, CancellationToken, Task> probe) => async token =>
    {
        await probe(client, token).ConfigureAwait(false);
        return null;
    };
}
