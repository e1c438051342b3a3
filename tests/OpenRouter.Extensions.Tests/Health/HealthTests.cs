using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenRouter.Core;
using OpenRouter.Extensions.Health;
using OpenRouter.Extensions.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Extensions.Tests.Health;

/// <summary>What a probe is told.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly OpenRouterEmulator _emulator;

    public HealthTests() => _emulator = new OpenRouterEmulator { TimeProvider = _time };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task Check_ServiceAnswers_IsHealthyWithTheStateOfTheKey()
    {
        await using var provider = Make();

        var entry = await CheckAsync(provider);

        Assert.Equal((HealthStatus.Healthy, "OpenRouter answers and accepts the key."), (entry.Status, entry.Description));
        Assert.Equal(["checked_at", "latency_ms", "limit", "limit_remaining", "usage"], entry.Data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((10m, 10m), (entry.Data["limit"], entry.Data["limit_remaining"]));
        Assert.Equal(["/key"], _emulator.Requests.Select(static request => request.Path));
    }

    [Theory]
    [InlineData(401, HealthStatus.Unhealthy, "OpenRouter refuses the key.")]
    [InlineData(403, HealthStatus.Unhealthy, "OpenRouter refuses the key.")]
    [InlineData(402, HealthStatus.Degraded, "OpenRouter answers, but there is no credit left.")]
    [InlineData(429, HealthStatus.Degraded, "OpenRouter answers, but limits the rate of this key.")]
    [InlineData(503, HealthStatus.Unhealthy, "OpenRouter answered with status 503.")]
    public async Task Check_ServiceRefuses_SaysHow(int status, HealthStatus expected, string description)
    {
        _emulator.On("/key").Always(Reply.Error(status, "A message of the service about " + _emulator.Key));
        await using var provider = Make();

        var entry = await CheckAsync(provider);

        Assert.Equal((expected, description, status), (entry.Status, entry.Description, entry.Data["status_code"]));
        Assert.Null(entry.Exception);
    }

    [Fact]
    public async Task Check_NothingReached_IsUnhealthy()
    {
        _emulator.On("/key").Always(Reply.Unreachable());
        await using var provider = Make();

        var entry = await CheckAsync(provider);

        Assert.Equal((HealthStatus.Unhealthy, "OpenRouter could not be reached, or gave an answer that could not be read."), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task Check_FailureStatusOfTheCaller_IsUsed()
    {
        _emulator.On("/key").Always(Reply.Error(500, "down"));
        await using var provider = Make(failure: HealthStatus.Degraded);

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(provider)).Status);
    }

    [Fact]
    public async Task Check_LittleLeftOfTheLimit_IsDegraded()
    {
        await using var provider = Make(static options => options.DegradedAt = 10m);

        var entry = await CheckAsync(provider);

        Assert.Equal((HealthStatus.Degraded, "OpenRouter answers, but the key has $10 of its limit left."), (entry.Status, entry.Description));
    }

    [Fact(Timeout = 60_000)]
    public async Task Check_NoAnswerInItsTime_IsUnhealthy()
    {
        _emulator.On("/key").Always(Reply.Raw("{}", "application/json").WithDelay(TimeSpan.FromHours(1)));
        await using var provider = Make(static options => options.Timeout = TimeSpan.FromSeconds(2.5));

        var check = CheckAsync(provider);
        await AskedAsync(1);
        _time.Advance(TimeSpan.FromSeconds(3));

        var entry = await check;
        Assert.Equal((HealthStatus.Unhealthy, "OpenRouter did not answer within 2.5 seconds."), (entry.Status, entry.Description));
    }

    [Fact]
    public async Task Check_ManyProbes_AreOneCallUntilTheResultIsOld()
    {
        await using var provider = Make();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CheckAsync(provider)));
        Assert.Single(_emulator.Requests);
        _time.Advance(TimeSpan.FromSeconds(29));
        var kept = await CheckAsync(provider);
        Assert.Single(_emulator.Requests);
        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromSeconds(29), kept.Data["checked_at"]);

        _time.Advance(TimeSpan.FromSeconds(1));
        _emulator.On("/key").Always(Reply.Error(401, "gone"));

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(provider)).Status);
        Assert.Equal(2, _emulator.Requests.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Check_ProbeThatLeaves_LeavesNoResultBehind()
    {
        _emulator.On("/key").Next(Reply.Raw("{}", "application/json").WithDelay(TimeSpan.FromHours(1)));
        await using var provider = Make();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var check = provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(leaving.Token);
        await AskedAsync(1);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(provider)).Status);
    }

    [Fact]
    public async Task Check_OfKeyedClients_AskWithTheirOwnKeys()
    {
        using var other = new OpenRouterEmulator { Key = "sk-or-v1-other" };
        await using var provider = Provider.Of(services =>
        {
            services.AddLogging();
            services.AddKeyedOpenRouter("one", options => options.ApiKey = _emulator.Key).To(_emulator);
            services.AddKeyedOpenRouter("two", static options => (options.ApiKey, options.Retries) = ("sk-or-v1-revoked", RetryOptions.None)).To(other);
            services.AddHealthChecks().AddKeyedOpenRouter("one").AddKeyedOpenRouter("two", name: "second", tags: ["ready"]);
        });

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Unhealthy), (report.Entries["openrouter:one"].Status, report.Entries["second"].Status));
        Assert.Equal(["ready"], report.Entries["second"].Tags);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Check_WhateverComes_ShowsNoPartOfTheKey(int status)
    {
        if (status != 200)
        {
            _emulator.On("/key").Always(Reply.Error(status, $"The key {_emulator.Key} is a secret."));
        }

        var log = new RecordedLog();
        await using var provider = Make(log: log);

        var entry = await CheckAsync(provider);

        var shown = string.Join('\n', [.. entry.Data.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")), entry.Description, .. log.Lines.Select(static line => line.Text)]);
        Assert.DoesNotContain("sk-or", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("is a secret", shown, StringComparison.Ordinal);
        Assert.NotEmpty(log.Of("OpenRouter"));
    }

    [Fact]
    public void Options_ThatCannotBeUsed_AreRefusedAtOnce()
    {
        var builder = new ServiceCollection().AddHealthChecks();

        Assert.Throws<ArgumentException>(() => builder.AddOpenRouter(static options => options.Timeout = TimeSpan.Zero));
        Assert.Throws<ArgumentException>(() => builder.AddOpenRouter(static options => options.CacheFor = TimeSpan.FromSeconds(-1)));
    }

    private static async Task<HealthReportEntry> CheckAsync(IServiceProvider provider)
        => (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["openrouter"];

    private ServiceProvider Make(Action<OpenRouterHealthOptions>? configure = null, HealthStatus? failure = null, RecordedLog? log = null) => Provider.Of(services =>
    {
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log ?? new RecordedLog()));
        services.AddOpenRouter(options => (options.ApiKey, options.Retries) = (_emulator.Key, RetryOptions.None)).To(_emulator);
        services.AddHealthChecks().AddOpenRouter(configure, failureStatus: failure);
    });

    private async Task AskedAsync(int count)
    {
        while (_emulator.Requests.Count < count)
        {
            await Task.Delay(10, Token);
        }
    }
}
