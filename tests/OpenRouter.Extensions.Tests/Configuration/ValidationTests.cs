using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenRouter.Core;
using OpenRouter.Extensions.Tests.Support;

namespace OpenRouter.Extensions.Tests.Configuration;

/// <summary>Settings that are wrong stop the host at its start, each with its key.</summary>
public sealed class ValidationTests
{
    private const string Secret = "sk-or-v1-the-secret";
    private const string Timeouts = "Connect, Headers, UnstreamedHeaders, Idle, FirstToken, Total";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ApiKey", "sk-or-v1-the secret", "holds a blank, a control character or a character outside ASCII, as no key does. Copy the key again.")]
    [InlineData("ApiKey", "sk-or-v1-the-sécret", "holds a blank, a control character or a character outside ASCII, as no key does. Copy the key again.")]
    [InlineData("BaseAddress", "gateway.test/v1", "is no whole address. Write it with its scheme, such as https://openrouter.ai/api/v1.")]
    [InlineData("BaseAddress", "/api/v1", "is no whole address. Write it with its scheme, such as https://openrouter.ai/api/v1.")]
    [InlineData("BaseAddress", "http://gateway.test/v1", "must be https; http is allowed to this machine only.")]
    [InlineData("BaseAddress", "ftp://gateway.test/v1", "must be https; http is allowed to this machine only.")]
    [InlineData("BaseAddress", "https://me:password@gateway.test/v1", "must not hold a user, a query or a fragment.")]
    [InlineData("AppTitle", "Título", "holds a character that a header cannot carry. Use printable ASCII.")]
    [InlineData("AppUrl", "app", "is no whole address. Write it with its scheme, such as https://openrouter.ai/api/v1.")]
    [InlineData("Decompression", "yes", "is neither true nor false.")]
    [InlineData("RecordContent", "1", "is neither true nor false.")]
    [InlineData("Timeouts:Headers", "120", "is no time. Write hours:minutes:seconds, such as 00:01:30, or off.")]
    [InlineData("Timeouts:Idle", "soon", "is no time. Write hours:minutes:seconds, such as 00:01:30, or off.")]
    [InlineData("Timeouts:Total", "00:00:00", "must be longer than nothing and shorter than 24 days.")]
    [InlineData("Timeouts:Connect", "-00:00:01", "must be longer than nothing and shorter than 24 days.")]
    [InlineData("Timeouts:FirstToken", "30.00:00:00", "must be longer than nothing and shorter than 24 days.")]
    [InlineData("Timeouts:Heders", "00:01:00", "is not known. Timeouts holds " + Timeouts + ".")]
    [InlineData("Timeouts", "00:01:00", "is a group, not a value. It holds " + Timeouts + ".")]
    [InlineData("Retries:MaxRetries", "many", "is no whole number up to 2147483647.")]
    [InlineData("Retries:MaxRetries", "-1", "must not be negative.")]
    [InlineData("Retries:Budget", "-1", "must not be negative.")]
    [InlineData("Retries:BaseDelay", "1", "is no time. Write hours:minutes:seconds, such as 00:01:30.")]
    [InlineData("Retries:MaxRetryAfter", "-00:00:01", "must not be negative or longer than 24 days.")]
    [InlineData("Retries:MaxDelay", "00:00:00.1", "must not be below BaseDelay.")]
    [InlineData("Retries:Pipeline", "x", "is not known. Retries holds MaxRetries, MaxLookups, BaseDelay, MaxDelay, MaxRetryAfter, Budget.")]
    [InlineData("Limits:MaxEventBytes", "0", "must be above 0.")]
    [InlineData("Limits:MaxBodyBytes", "99999999999", "is no whole number up to 2147483647.")]
    [InlineData("Limits:MaxAnswerChars", "-5", "must be above 0.")]
    public async Task Setting_Wrong_StopsTheHostWithItsKey(string key, string value, string problem)
    {
        var settings = key == "ApiKey" ? Provider.Settings(("OpenRouter:ApiKey", value)) : Provider.Settings(("OpenRouter:ApiKey", Secret), ($"OpenRouter:{key}", value));

        Assert.Equal([$"OpenRouter:{key} {problem}"], await Provider.FailuresAsync(services => services.AddOpenRouter(settings)));
    }

    [Fact]
    public async Task Settings_SeveralWrong_AreToldTogether()
    {
        var settings = Provider.Settings(("OpenRouter:Timeouts:Idle", "90"), ("OpenRouter:Retries:MaxRetries", "-1"));

        var failures = await Provider.FailuresAsync(services => services.AddOpenRouter(settings));

        Assert.Equal(
            [
                "OpenRouter:Timeouts:Idle is no time. Write hours:minutes:seconds, such as 00:01:30, or off.",
                "OpenRouter:ApiKey is not set. Set it in user secrets or by the environment variable OpenRouter__ApiKey, or set the environment variable OPENROUTER_API_KEY.",
                "OpenRouter:Retries:MaxRetries must not be negative.",
            ],
            failures);
    }

    [Fact]
    public async Task Key_Missing_IsToldWithoutAConfiguration()
    {
        Assert.Equal(
            ["ApiKey of OpenRouterClient is not set. Set it where the client is registered, or set the environment variable OPENROUTER_API_KEY."],
            await Provider.FailuresAsync(static services => services.AddOpenRouter()));
    }

    [Fact]
    public async Task Options_OfCode_AreCheckedByTheSameRules()
    {
        Assert.Equal(
            ["Timeouts.Total of OpenRouterClient \"slow\" must be longer than nothing and shorter than 24 days."],
            await Provider.FailuresAsync(static services => services.AddKeyedOpenRouter("slow", static options =>
            {
                options.ApiKey = Secret;
                options.Timeouts = new CallTimeouts { Total = TimeSpan.Zero };
            })));
    }

    [Theory]
    [InlineData("Authorization", "Bearer " + Secret, "OpenRouter: The header Authorization is set by the client itself. Use the option that stands for it.")]
    [InlineData("X-Team", "blä " + Secret, "OpenRouter: The value of the header X-Team holds a character at position 2 that a header cannot carry. Use printable ASCII.")]
    public async Task Header_ThatCannotBeSent_StopsTheHostWithoutItsValue(string name, string value, string message)
    {
        var settings = Provider.Settings(("OpenRouter:ApiKey", Secret), ($"OpenRouter:DefaultHeaders:{name}", value));

        Assert.Equal([message], await Provider.FailuresAsync(services => services.AddOpenRouter(settings)));
    }

    [Fact]
    public async Task Key_InTheWrongPlace_IsInNoMessage()
    {
        string[] places = ["BaseAddress", "AppUrl", "Decompression", "Timeouts:Idle", "Timeouts", "Retries:MaxRetries", "Retries:BaseDelay", "Limits:MaxBodyBytes"];
        var settings = Provider.Settings([.. places.Select(static place => ($"OpenRouter:{place}", (string?)Secret))]);
        using var host = Provider.Host(services => services.AddOpenRouter(settings));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(places.Length + 1, exception.Failures.Count());
        Assert.DoesNotContain("the-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_Wrong_StopAContainerWithoutHostAtTheFirstUse()
    {
        await using var provider = Provider.Of(static services => services.AddOpenRouter(Provider.Settings(("OpenRouter:ApiKey", Secret), ("OpenRouter:Limits:MaxBodyBytes", "0"))));

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOpenRouterClient>());

        Assert.Equal("OpenRouter:Limits:MaxBodyBytes must be above 0.", exception.Message);
    }

    [Fact]
    public async Task Settings_Right_LetTheHostStart()
    {
        using var host = Provider.Host(static services =>
        {
            services.AddOpenRouter(Provider.Settings(("OpenRouter:ApiKey", Secret)));
            services.AddKeyedOpenRouter("free").AllowMissingKey();
        });

        await host.StartAsync(Token);

        Assert.NotNull(host.Services.GetRequiredService<IOpenRouterClient>());
        Assert.NotNull(host.Services.GetRequiredKeyedService<IOpenRouterClient>("free"));
    }
}
