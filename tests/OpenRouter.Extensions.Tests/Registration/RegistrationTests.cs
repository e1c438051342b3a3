using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Registration;

/// <summary>What is in the container.</summary>
public sealed class RegistrationTests : IDisposable
{
    private readonly OpenRouterEmulator _emulator = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task AddOpenRouter_WithOptions_GivesOneClientThatWorks()
    {
        await using var provider = Provider.Of(services => services.AddOpenRouter(options => options.ApiKey = _emulator.Key).To(_emulator));

        var client = provider.GetRequiredService<IOpenRouterClient>();

        Assert.Same(client, provider.GetRequiredService<OpenRouterClient>());
        using var scope = provider.CreateScope();
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<IOpenRouterClient>());
        Assert.NotNull((await client.ApiKeys.GetCurrentKeyAsync(Token)).Data);
    }

    [Fact]
    public async Task AddOpenRouter_Twice_AddsToTheOptionsOfOneClient()
    {
        await using var provider = Provider.Of(services =>
        {
            services.AddOpenRouter(options => (options.ApiKey, options.AppTitle) = (_emulator.Key, "First")).To(_emulator);
            services.AddOpenRouter(static options => options.AppTitle = "Second");
        });

        Assert.Single(provider.GetServices<OpenRouterClient>());
        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(Token);

        Assert.Equal("Second", Assert.Single(_emulator.Requests).Headers["X-OpenRouter-Title"]);
    }

    [Fact]
    public async Task AddOpenRouter_HandlerInTheOptions_IsUsedInsteadOfTheFactory()
    {
        await using var provider = Provider.Of(services => services.AddOpenRouter(options => (options.ApiKey, options.Handler) = (_emulator.Key, _emulator)));

        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(Token);

        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task AddOpenRouter_OptionsOfAnotherService_AreConfigured()
    {
        await using var provider = Provider.Of(services =>
        {
            services.AddSingleton("Title of a service");
            services.AddOpenRouter(options => options.ApiKey = _emulator.Key).To(_emulator).Options.Configure<string>(static (options, title) => options.AppTitle = title);
        });

        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(Token);

        Assert.Equal("Title of a service", Assert.Single(_emulator.Requests).Headers["X-OpenRouter-Title"]);
    }

    [Fact]
    public async Task AddOpenRouter_ClockOfTheContainer_IsTheClockOfTheClient()
    {
        var time = new FakeTimeProvider();
        await using var provider = Provider.Of(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddOpenRouter(static options => options.ApiKey = "sk-or-v1-emulator");
        });

        Assert.Same(time, provider.OptionsOf().TimeProvider);
    }

    [Fact]
    public async Task Keyed_TwoNames_AreTwoClientsWithTheirOwnOptions()
    {
        using var other = new OpenRouterEmulator { Key = "sk-or-v1-other" };
        await using var provider = Provider.Of(services =>
        {
            services.AddKeyedOpenRouter("one", options => options.ApiKey = _emulator.Key).To(_emulator);
            services.AddKeyedOpenRouter("two", options => options.ApiKey = other.Key).To(other);
        });

        await provider.GetRequiredKeyedService<IOpenRouterClient>("one").ApiKeys.GetCurrentKeyAsync(Token);
        await provider.GetRequiredKeyedService<IOpenRouterClient>("two").ApiKeys.GetCurrentKeyAsync(Token);

        Assert.True(Assert.Single(_emulator.Requests).IsAuthorized);
        Assert.True(Assert.Single(other.Requests).IsAuthorized);
        Assert.Same(provider.GetRequiredKeyedService<IOpenRouterClient>("one"), provider.GetRequiredKeyedService<OpenRouterClient>("one"));
        Assert.Null(provider.GetService<IOpenRouterClient>());
    }

    [Fact]
    public async Task Keyed_WholeConfiguration_ReadsTheSectionOfTheName()
    {
        var settings = Provider.Settings(("OpenRouter:ApiKey", "sk-or-v1-wrong"), ("OpenRouter:work:ApiKey", _emulator.Key), ("OpenRouter:work:AppTitle", "Work"));
        await using var provider = Provider.Of(services => services.AddKeyedOpenRouter("work", settings).To(_emulator));

        await provider.GetRequiredKeyedService<IOpenRouterClient>("work").ApiKeys.GetCurrentKeyAsync(Token);

        var request = Assert.Single(_emulator.Requests);
        Assert.Equal((true, "Work"), (request.IsAuthorized, request.Headers["X-OpenRouter-Title"]));
    }

    [Fact]
    public async Task Provider_Disposed_DisposesTheClientAndSendsNothingMore()
    {
        var provider = Provider.Of(services => services.AddOpenRouter(options => options.ApiKey = _emulator.Key).To(_emulator));
        var client = provider.GetRequiredService<IOpenRouterClient>();

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ApiKeys.GetCurrentKeyAsync(Token));
        Assert.Empty(_emulator.Requests);
    }
}
