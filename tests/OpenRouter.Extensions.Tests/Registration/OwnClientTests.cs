using System.Net;
using Acme.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Registration;

/// <summary>The client of Documents/acme.openapi.json.</summary>
public sealed class OwnClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OwnClient_BesideOpenRouter_HasItsOwnKeyAndHandlers()
    {
        using var emulator = new OpenRouterEmulator();
        using var acme = new Answering();
        var settings = Provider.Settings(("OpenRouter:ApiKey", emulator.Key), ("Acme:ApiKey", "acme-key-1"));
        await using var provider = Provider.Of(services =>
        {
            services.AddOpenRouter(settings).To(emulator);
            services.AddOpenRouterClient<IAcmeClient>(static options => new AcmeClient(options), settings.GetSection("Acme")).To(acme);
        });

        var pong = await provider.GetRequiredService<IAcmeClient>().Status.PingAsync(Token);
        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(Token);

        Assert.Equal("Acme", pong.Name);
        Assert.Equal(["https://acme.test/v1/ping with acme-key-1"], acme.Seen);
        Assert.True(Assert.Single(emulator.Requests).IsAuthorized);
    }

    [Fact]
    public async Task OwnClient_Keyed_IsFoundByItsName()
    {
        using var acme = new Answering();
        await using var provider = Provider.Of(services =>
            services.AddKeyedOpenRouterClient("eu", static options => new AcmeClient(options), static options => (options.ApiKey, options.BaseAddress) = ("acme-key-2", new Uri("https://eu.acme.test/v1"))).To(acme));

        await provider.GetRequiredKeyedService<AcmeClient>("eu").Status.PingAsync(Token);

        Assert.Equal(["https://eu.acme.test/v1/ping with acme-key-2"], acme.Seen);
    }

    [Fact]
    public async Task OwnClient_WithoutKey_DoesNotTakeThatOfOpenRouter()
    {
        var settings = Provider.Settings(("OPENROUTER_API_KEY", "sk-or-v1-mine"));

        var failures = await Provider.FailuresAsync(services =>
        {
            services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(settings);
            services.AddOpenRouterClient(static options => new AcmeClient(options));
        });

        Assert.Equal(["ApiKey of AcmeClient is not set. Set it where the client is registered; that of OPENROUTER_API_KEY is for OpenRouterClient only."], failures);
    }

    [Fact]
    public async Task OwnClient_AllowedToHaveNoKey_SendsNone()
    {
        using var acme = new Answering();
        await using var provider = Provider.Of(services => services.AddOpenRouterClient(static options => new AcmeClient(options)).AllowMissingKey().To(acme));

        await provider.GetRequiredService<AcmeClient>().Status.PingAsync(Token);

        Assert.Equal(["https://acme.test/v1/ping with no key"], acme.Seen);
    }

    [Fact]
    public async Task OwnClient_HealthCheck_MakesTheCallThatWasNamed()
    {
        using var acme = new Answering();
        await using var provider = Provider.Of(services =>
        {
            services.AddLogging();
            services.AddOpenRouterClient(static options => new AcmeClient(options), static options => options.ApiKey = "acme-key-3").To(acme);
            services.AddHealthChecks().AddOpenRouterClient<AcmeClient>(static (client, token) => client.Status.PingAsync(token), "acme");
        });
        var health = provider.GetRequiredService<HealthCheckService>();

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Token)).Entries["acme"].Status);

        Assert.Equal(["https://acme.test/v1/ping with acme-key-3"], acme.Seen);
    }

    private sealed class Answering : HttpMessageHandler
    {
        public List<string> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add($"{request.RequestUri} with {request.Headers.Authorization?.Parameter ?? "no key"}");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent("""{"name":"Acme"}""", null, "application/json") });
        }
    }
}
