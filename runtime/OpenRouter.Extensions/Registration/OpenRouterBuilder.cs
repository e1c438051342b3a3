using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Extensions.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says more of a client that was registered.</summary>
public sealed class OpenRouterBuilder
{
    private readonly ClientRegistration _registration;

    internal OpenRouterBuilder(ClientRegistration registration, OptionsBuilder<OpenRouterClientOptions> options, IHttpClientBuilder http)
        => (_registration, Options, HttpClient) = (registration, options, http);

    /// <summary>The options, for settings that need other services and for checks of your own.</summary>
    public OptionsBuilder<OpenRouterClientOptions> Options { get; }

    /// <summary>
    /// The HTTP client, for handlers of your own. Its <c>Timeout</c> is infinite and its primary handler that of <see cref="OpenRouterClientOptions.CreateHandler"/>. It is not
    /// used when the options name a <c>Handler</c> or an <c>HttpClient</c>.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>The services.</summary>
    public IServiceCollection Services => HttpClient.Services;

    /// <summary>Lets the client do without a key: where only public operations are called, or a handler or a gateway adds the key.</summary>
    /// <returns>This builder.</returns>
    public OpenRouterBuilder AllowMissingKey()
    {
        _registration.IsKeyOptional = true;
        return this;
    }
}
