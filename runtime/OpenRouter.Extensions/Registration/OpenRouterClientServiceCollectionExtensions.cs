using Microsoft.Extensions.Configuration;
using OpenRouter.Core;
using OpenRouter.Extensions.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers clients that were generated from documents of your own.</summary>
public static class OpenRouterClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers a generated client as a singleton, with the handlers, the checks and the logging of <c>AddOpenRouter</c>. Its key is never taken from the
    /// environment variable <c>OPENROUTER_API_KEY</c>, since its service may be another one.
    /// </summary>
    /// <typeparam name="TClient">The generated client, or its interface.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="create">Makes the client, such as <c>options => new AcmeClient(options)</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    public static OpenRouterBuilder AddOpenRouterClient<TClient>(this IServiceCollection services, Func<OpenRouterClientOptions, TClient> create, Action<OpenRouterClientOptions>? configure = null)
        where TClient : class
        => Add(services, null, create, null, configure);

    /// <summary>Registers a generated client as a singleton, with settings of a section, which are read once.</summary>
    /// <typeparam name="TClient">The generated client, or its interface.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="section">The settings.</param>
    /// <param name="configure">Sets what the section does not; it has the last word.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    public static OpenRouterBuilder AddOpenRouterClient<TClient>(this IServiceCollection services, Func<OpenRouterClientOptions, TClient> create, IConfigurationSection section, Action<OpenRouterClientOptions>? configure = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, null, create, section, configure);
    }

    /// <summary>Registers a generated client under a name, beside others of its type.</summary>
    /// <typeparam name="TClient">The generated client, or its interface.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OpenRouterBuilder AddKeyedOpenRouterClient<TClient>(this IServiceCollection services, string name, Func<OpenRouterClientOptions, TClient> create, Action<OpenRouterClientOptions>? configure = null)
        where TClient : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add(services, name, create, null, configure);
    }

    /// <summary>Registers a generated client under a name, with settings of a section, which are read once.</summary>
    /// <typeparam name="TClient">The generated client, or its interface.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="section">The settings.</param>
    /// <param name="configure">Sets what the section does not; it has the last word.</param>
    /// <returns>A builder for handlers and options of this client.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static OpenRouterBuilder AddKeyedOpenRouterClient<TClient>(this IServiceCollection services, string name, Func<OpenRouterClientOptions, TClient> create, IConfigurationSection section, Action<OpenRouterClientOptions>? configure = null)
        where TClient : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, name, create, section, configure);
    }

    private static OpenRouterBuilder Add<TClient>(IServiceCollection services, string? key, Func<OpenRouterClientOptions, TClient> create, IConfigurationSection? section, Action<OpenRouterClientOptions>? configure)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        return ClientServices.Add(services, new ClientIdentity(typeof(TClient), key), create, section, configure);
    }
}
