using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Http;

/// <summary>The HTTP client of the factory.</summary>
public sealed class HandlerTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task PrimaryHandler_IsMadeAsAClientMakesItsOwn()
    {
        await using var provider = Provider.Of(static services => services.AddOpenRouter(static options =>
        {
            options.ApiKey = "sk-or-v1-emulator";
            options.Timeouts = new CallTimeouts { Connect = TimeSpan.FromSeconds(3) };
        }));

        var handler = Innermost(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("OpenRouter"));

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.True(handler.UseProxy);
        Assert.Equal((TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(6), TimeSpan.Zero), (handler.PooledConnectionLifetime, handler.ConnectTimeout, handler.ResponseDrainTimeout));
        Assert.NotNull(handler.ConnectCallback);
    }

    [Fact]
    public async Task PrimaryHandler_ForThisMachine_SendsThroughNoProxy()
    {
        await using var provider = Provider.Of(static services => services.AddOpenRouter(static options => (options.ApiKey, options.BaseAddress) = ("sk-or-v1-emulator", new Uri("http://127.0.0.1:5000/api/v1"))));

        Assert.False(Innermost(provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("OpenRouter")).UseProxy);
    }

    [Fact]
    public async Task HttpClient_WithDefaultsOfTheProgram_KeepsItsOwnTimeoutAndLifetime()
    {
        await using var provider = Provider.Of(static services =>
        {
            services.AddOpenRouter(static options => options.ApiKey = "sk-or-v1-emulator");
            services.ConfigureHttpClientDefaults(static http => http.ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromSeconds(1)).SetHandlerLifetime(TimeSpan.FromSeconds(1)));
        });

        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient("OpenRouter").Timeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get("OpenRouter").HandlerLifetime);
    }

    [Fact]
    public async Task Handlers_OfTheCaller_SeeEveryRequest()
    {
        await using var provider = Provider.Of(services =>
        {
            var http = services.AddOpenRouter(options => options.ApiKey = _emulator.Key).To(_emulator).HttpClient;
            http.AddHttpMessageHandler(static () => new Marking());
            http.ConfigureHttpClient(static client => client.DefaultRequestHeaders.Add("X-Default", "of the HttpClient"));
        });
        var client = provider.GetRequiredService<IOpenRouterClient>();

        await client.ApiKeys.GetCurrentKeyAsync(Token);
        await client.ApiKeys.GetCurrentKeyAsync(Token);

        Assert.All(_emulator.Requests, static request => Assert.Equal(("seen", "of the HttpClient"), (request.Headers["X-Mark"], request.Headers["X-Default"])));
        Assert.Equal(2, _emulator.Requests.Count);
    }

    [Fact]
    public async Task Handler_OfOneClient_IsMadeOnceForAllRequests()
    {
        var made = 0;
        await using var provider = Provider.Of(services => services.AddOpenRouter(options => options.ApiKey = _emulator.Key).HttpClient.ConfigurePrimaryHttpMessageHandler(() =>
        {
            made++;
            return _emulator;
        }));
        var client = provider.GetRequiredService<IOpenRouterClient>();

        for (var index = 0; index < 5; index++)
        {
            await client.ApiKeys.GetCurrentKeyAsync(Token);
        }

        Assert.Equal((1, 5), (made, _emulator.Requests.Count));
    }

    private static SocketsHttpHandler Innermost(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return Assert.IsType<SocketsHttpHandler>(handler);
    }

    private sealed class Marking : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Mark", "seen");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
