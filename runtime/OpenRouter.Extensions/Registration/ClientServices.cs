using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Extensions.Configuration;
using OpenRouter.Extensions.Http;
using OpenRouter.Extensions.Logging;

namespace OpenRouter.Extensions.Registration;

/// <summary>Registers a client and what it needs.</summary>
internal static class ClientServices
{
    public static OpenRouterBuilder Add<TClient>(IServiceCollection services, ClientIdentity identity, Func<OpenRouterClientOptions, TClient> create, IConfigurationSection? section, Action<OpenRouterClientOptions>? configure)
        where TClient : class
    {
        var registration = Find(services, identity) ?? AddNew(services, identity, create);
        var options = services.AddOptions<OpenRouterClientOptions>(identity.OptionsName);
        if (section is not null)
        {
            registration.Sections.Add(section);
            options.Configure(settings => SettingsReader.Read(section, settings));
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        return new OpenRouterBuilder(registration, options, services.AddHttpClient(identity.HttpName));
    }

    private static ClientRegistration? Find(IServiceCollection services, ClientIdentity identity)
    {
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(ClientRegistration) && service.ImplementationInstance is ClientRegistration registration && registration.Identity == identity)
            {
                return registration;
            }
        }

        return null;
    }

    private static ClientRegistration AddNew<TClient>(IServiceCollection services, ClientIdentity identity, Func<OpenRouterClientOptions, TClient> create)
        where TClient : class
    {
        var registration = new ClientRegistration(identity);
        services.AddSingleton(registration);
        AddOptions(services, registration);
        AddHandlers(services, identity);
        if (identity.Key is null)
        {
            services.AddSingleton(provider => Create(provider, identity, create));
        }
        else
        {
            services.AddKeyedSingleton(identity.Key, (provider, _) => Create(provider, identity, create));
        }

        return registration;
    }

    private static void AddOptions(IServiceCollection services, ClientRegistration registration)
    {
        var options = services.AddOptions<OpenRouterClientOptions>(registration.Identity.OptionsName)
            .Configure<IServiceProvider>(static (settings, provider) => settings.TimeProvider = provider.GetService<TimeProvider>() ?? settings.TimeProvider)
            .ValidateOnStart();
        if (registration.Identity.TakesEnvironmentKey)
        {
            options.PostConfigure<IServiceProvider>(static (settings, provider) => settings.ApiKey ??= EnvironmentKey.Read(provider));
        }

        services.AddSingleton<IValidateOptions<OpenRouterClientOptions>>(provider => new ClientValidation(registration, provider));
    }

    /// <summary>
    /// The HTTP client of the factory. Its handler is the one that clients make themselves, and is kept for ever unless the caller sets a lifetime: connections are renewed by
    /// PooledConnectionLifetime, which sees a change of DNS as well as a new handler would and never has to guess whether somebody still reads from an old one.
    /// Timeout is infinite, since the clocks are those of the options; a default that the program sets for all its clients must not cut streams.
    /// Calls are logged by the client, once; whoever wants the lines of the factory as well (<c>AddDefaultLogger</c>) gets them without the values of headers.
    /// </summary>
    private static void AddHandlers(IServiceCollection services, ClientIdentity identity)
    {
        services.AddHttpClient(identity.HttpName)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<IOptionsMonitor<OpenRouterClientOptions>>().Get(identity.OptionsName).CreateHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(static _ => true)
            .RemoveAllLoggers();
        services.AddKeyedSingleton(identity.HttpName, (provider, _) => new FactoryClient(
            provider.GetRequiredService<IHttpMessageHandlerFactory>(),
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(identity.HttpName),
            identity.HttpName));
    }

    private static TClient Create<TClient>(IServiceProvider provider, ClientIdentity identity, Func<OpenRouterClientOptions, TClient> create)
    {
        // Options of its own: those that the container keeps are not to be changed.
        var options = provider.GetRequiredService<IOptionsFactory<OpenRouterClientOptions>>().Create(identity.OptionsName);
        if (options.HttpClient is null && options.Handler is null)
        {
            options.HttpClient = provider.GetRequiredKeyedService<FactoryClient>(identity.HttpName).Client;
        }

        if (provider.GetService<ILoggerFactory>() is { } loggers && !options.Observers.Any(static observer => observer is LoggingObserver))
        {
            options.LogTo(loggers);
        }

        return create(options);
    }
}
