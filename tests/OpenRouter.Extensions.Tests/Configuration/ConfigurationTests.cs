using Microsoft.Extensions.DependencyInjection;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Configuration;

/// <summary>Settings that are right.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public async Task Section_EveryKey_IsRead()
    {
        var settings = Provider.Settings(
            ("OpenRouter:ApiKey", "sk-or-v1-read"),
            ("OpenRouter:BaseAddress", "https://gateway.test/v1"),
            ("OpenRouter:AppTitle", "Title"),
            ("OpenRouter:AppUrl", "https://app.test/"),
            ("OpenRouter:AppCategories:0", "cli-agent"),
            ("OpenRouter:AppCategories:1", "writing"),
            ("OpenRouter:DefaultHeaders:X-Team", "blue"),
            ("OpenRouter:Decompression", "true"),
            ("OpenRouter:RecordContent", "True"),
            ("OpenRouter:Timeouts:Connect", "00:00:03"),
            ("OpenRouter:Timeouts:Headers", "00:01:00"),
            ("OpenRouter:Timeouts:UnstreamedHeaders", "00:05:00.5"),
            ("OpenRouter:Timeouts:Idle", "off"),
            ("OpenRouter:Timeouts:FirstToken", "00:00:20"),
            ("OpenRouter:Timeouts:Total", "1.00:00:00"),
            ("OpenRouter:Retries:MaxRetries", "5"),
            ("OpenRouter:Retries:MaxLookups", "6"),
            ("OpenRouter:Retries:BaseDelay", "00:00:01"),
            ("OpenRouter:Retries:MaxDelay", "00:00:09"),
            ("OpenRouter:Retries:MaxRetryAfter", "00:00:30"),
            ("OpenRouter:Retries:Budget", "7"),
            ("OpenRouter:Limits:MaxEventBytes", "1001"),
            ("OpenRouter:Limits:MaxErrorBytes", "1002"),
            ("OpenRouter:Limits:MaxAnswerChars", "5000000000"),
            ("OpenRouter:Limits:MaxBodyBytes", "1004"));
        await using var provider = Provider.Of(services => services.AddOpenRouter(settings));

        var options = provider.OptionsOf();

        Assert.NotNull(options.ApiKey);
        Assert.Equal((new Uri("https://gateway.test/v1"), "Title", new Uri("https://app.test/")), (options.BaseAddress, options.AppTitle, options.AppUrl));
        Assert.Equal(["cli-agent", "writing"], options.AppCategories);
        Assert.Equal([KeyValuePair.Create("X-Team", "blue")], options.DefaultHeaders);
        Assert.True(options.Decompression);
        Assert.True(options.RecordContent);
        var timeouts = new CallTimeouts
        {
            Connect = TimeSpan.FromSeconds(3),
            Headers = TimeSpan.FromMinutes(1),
            UnstreamedHeaders = TimeSpan.FromSeconds(300.5),
            Idle = null,
            FirstToken = TimeSpan.FromSeconds(20),
            Total = TimeSpan.FromDays(1),
        };
        Assert.Equal(timeouts, options.Timeouts);
        var retries = new RetryOptions
        {
            MaxRetries = 5,
            MaxLookups = 6,
            BaseDelay = TimeSpan.FromSeconds(1),
            MaxDelay = TimeSpan.FromSeconds(9),
            MaxRetryAfter = TimeSpan.FromSeconds(30),
            Budget = 7,
        };
        Assert.Equal(retries, options.Retries);
        Assert.Equal(new StreamLimits { MaxEventBytes = 1001, MaxErrorBytes = 1002, MaxAnswerChars = 5_000_000_000, MaxBodyBytes = 1004 }, options.Limits);
    }

    [Fact]
    public async Task Section_NothingButTheKey_LeavesTheDefaults()
    {
        await using var provider = Provider.Of(static services => services.AddOpenRouter(Provider.Settings(("OpenRouter:ApiKey", "sk-or-v1-read"), ("OpenRouter:AppTitle", " "), ("OpenRouter:Timeouts:Idle", ""), ("OpenRouter:Model", "of the program itself"))));

        var options = provider.OptionsOf();

        var plain = new OpenRouterClientOptions();
        Assert.Equal((plain.Timeouts, plain.Retries, plain.Limits), (options.Timeouts, options.Retries, options.Limits));
        Assert.Null(options.AppTitle);
        Assert.Null(options.AppCategories);
        Assert.Empty(options.DefaultHeaders);
    }

    [Fact]
    public async Task Section_OfAnotherName_IsReadAsItIs()
    {
        var settings = Provider.Settings(("Ai:Chat:ApiKey", "sk-or-v1-read"), ("Ai:Chat:AppCategories", "cli-agent, writing"));
        await using var provider = Provider.Of(services => services.AddOpenRouter(settings.GetSection("Ai:Chat")));

        Assert.Equal(["cli-agent", "writing"], provider.OptionsOf().AppCategories);
    }

    [Fact]
    public async Task Section_AndOptions_TheOptionsHaveTheLastWord()
    {
        var settings = Provider.Settings(("OpenRouter:ApiKey", "sk-or-v1-read"), ("OpenRouter:AppTitle", "Of the section"), ("OpenRouter:Timeouts:Total", "00:01:00"));
        await using var provider = Provider.Of(services => services.AddOpenRouter(settings, static options => options.AppTitle = "Of the code"));

        var options = provider.OptionsOf();

        Assert.Equal(("Of the code", TimeSpan.FromMinutes(1)), (options.AppTitle, options.Timeouts.Total));
    }

    [Fact]
    public async Task Key_OfTheHostsConfiguration_IsTakenWhereTheSectionHasNone()
    {
        using var emulator = new OpenRouterEmulator();
        var settings = Provider.Settings(("OPENROUTER_API_KEY", emulator.Key), ("OpenRouter:AppTitle", "Title"));
        await using var provider = Provider.Of(services =>
        {
            services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(settings);
            services.AddOpenRouter(settings).To(emulator);
        });

        await provider.GetRequiredService<IOpenRouterClient>().ApiKeys.GetCurrentKeyAsync(TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(emulator.Requests).IsAuthorized);
    }
}
