namespace OpenRouter.Samples.WebApi.Tests.Support;

/// <summary>A relay and its upstream, for tests that change nothing of its settings.</summary>
public sealed class RelayFixture : IAsyncLifetime
{
    internal UpstreamServer Upstream { get; private set; } = null!;

    internal RelayProgram Relay { get; private set; } = null!;

    /// <summary>The same, with an upstream that knows of no other test.</summary>
    internal RelayFixture Renewed()
    {
        Upstream.Renew();
        return this;
    }

    public async ValueTask InitializeAsync()
    {
        Upstream = await UpstreamServer.StartAsync(TestContext.Current.CancellationToken);
        Relay = await RelayProgram.StartAsync(Upstream, TestContext.Current.CancellationToken, "--Relay:StalledReader=00:00:01", "--Relay:DailyTokens=1000000000");
    }

    public async ValueTask DisposeAsync()
    {
        await Relay.DisposeAsync();
        await Upstream.DisposeAsync();
    }
}
