using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenRouter.Core;
using OpenRouter.Extensions.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client of OpenRouter.</summary>
public static class OpenRouterServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IOpenRouterClient"/> and <see cref="OpenRouterClient"/> as one singleton. Without a key in the options it takes that of the
    /// environment variable <c>OPENROUTER_API_KEY</c>. The options are checked when the host starts. Calling it again adds to the options.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    public static OpenRouterBuilder AddOpenRouter(this IServiceCollection services, Action<OpenRouterClientOptions>? configure = null)
        => Add(services, null, null, configure);

    /// <summary>Registers the client with settings of a configuration, which are read once.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">A section to read, or a whole configuration, of which the section <c>OpenRouter</c> is read.</param>
    /// <param name="configure">Sets what the configuration does not; it has the last word.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    public static OpenRouterBuilder AddOpenRouter(this IServiceCollection services, IConfiguration configuration, Action<OpenRouterClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, null, configuration, configure);
    }

    /// <summary>
    /// Registers a client under a name, beside others. It never takes the key of the environment: a client of another account would be charged to the wrong one.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service, and the name of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OpenRouterBuilder AddKeyedOpenRouter(this IServiceCollection services, string name, Action<OpenRouterClientOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add(services, name, null, configure);
    }

    /// <summary>Registers a client under a name, with settings of a configuration, which are read once.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service, and the name of its options.</param>
    /// <param name="configuration">A section to read, or a whole configuration, of which the section <c>OpenRouter:name</c> is read.</param>
    /// <param name="configure">Sets what the configuration does not; it has the last word.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OpenRouterBuilder AddKeyedOpenRouter(this IServiceCollection services, string name, IConfiguration configuration, Action<OpenRouterClientOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, name, configuration, configure);
    }

    private static OpenRouterBuilder Add(IServiceCollection services, string? key, IConfiguration? configuration, Action<OpenRouterClientOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var identity = new ClientIdentity(typeof(OpenRouterClient), key);
        var section = configuration as IConfigurationSection ?? configuration?.GetSection(identity.SectionPath);
        var builder = ClientServices.Add(services, identity, static options => new OpenRouterClient(options), section, configure);
        if (key is null)
        {
            services.TryAddSingleton<IOpenRouterClient>(static provider => provider.GetRequiredService<OpenRouterClient>());
        }
        else
        {
            services.TryAddKeyedSingleton<IOpenRouterClient>(key, static (provider, key) => provider.GetRequiredKeyedService<OpenRouterClient>(key));
        }

        return builder;
    }
}
