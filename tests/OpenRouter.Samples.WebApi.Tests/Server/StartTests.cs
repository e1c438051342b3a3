using System.Net;
using System.Net.Sockets;
using OpenRouter.Samples.Tests.Support;
using OpenRouter.Samples.WebApi.Tests.Support;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>A server that is set up wrongly says so and does not start.</summary>
public sealed class StartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Start_WithoutUsersOutsideDevelopment_IsRefused(string environment)
    {
        await using var relay = RelayProgram.Run(SampleFacts.WebApi, environment, RelayProgram.UpstreamKey);

        Assert.Equal(1, await relay.EndAsync(Token));
        Assert.Contains("Relay:Users is empty", relay.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("listening", relay.Log, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Start_WithoutTheKeyOfTheServiceOutsideDevelopment_IsRefused()
    {
        await using var relay = RelayProgram.Run(SampleFacts.WebApi, "Production", key: null, RelayProgram.Users());

        Assert.Equal(1, await relay.EndAsync(Token));
        Assert.Contains("OPENROUTER_API_KEY", relay.Log, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Start_WrongSettings_AreAllToldWithoutTheirValues()
    {
        await using var relay = RelayProgram.Run(
            SampleFacts.WebApi, "Production", RelayProgram.UpstreamKey,
            "--Relay:Users:ann=a-key-in-the-clear", "--Relay:Origins:0=*", "--Relay:Origins:1=https://app.example/path", "--Relay:StreamsPerUser=0", "--Relay:Heartbeat=00:00:00", "--Relay:Presets:brief:Temperature=3");

        Assert.Equal(1, await relay.EndAsync(Token));
        Assert.All(
            ["Relay:Users:ann is no SHA-256", "Relay:Origins holds something that is no origin", "Relay:StreamsPerUser must be positive", "Relay:Heartbeat must be longer", "Relay:Presets:brief:Temperature must be"],
            problem => Assert.Contains(problem, relay.Log, StringComparison.Ordinal));
        Assert.DoesNotContain("a-key-in-the-clear", relay.Log, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Start_InDevelopmentWithNothingSetUp_AnswersBehindAKeyOfThisRun()
    {
        await using var relay = RelayProgram.Run(SampleFacts.WebApi, "Development", key: null);
        var key = await KeyBehindAsync("/#key=", relay);

        using var stranger = new RelayCaller(relay.Address, key: null);
        using var developer = new RelayCaller(relay.Address, key);

        Assert.Contains("the emulator in this program answers", relay.Log, StringComparison.Ordinal);
        Assert.Equal((401, "sign_in_needed"), await stranger.RefusedAsync(RelayCaller.Question, Token));
        Assert.Equal("done", (await developer.ReadAsync(Token)).End().Type);
    }

    [Fact(Timeout = 120_000)]
    public async Task Start_OfTheServerWithoutAPage_TellsTheKeyAndLinksToNothing()
    {
        await using var relay = RelayProgram.Run(SampleFacts.Controller, "Development", key: null);
        var key = await KeyBehindAsync("For this run, the key is ", relay);

        using var developer = new RelayCaller(relay.Address, key);

        Assert.Equal("done", (await developer.ReadAsync(Token, """{"message":"Hi"}""", "/api/streamingchat/stream")).End().Type);
        Assert.DoesNotContain("#key=", relay.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("warn:", relay.Log, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Start_OnAPortThatIsTaken_TellsThatAlone()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var relay = RelayProgram.Run(
            RunningProgram.Host, [SampleFacts.AssemblyOf(SampleFacts.WebApi)], SampleFacts.FolderOf(SampleFacts.WebApi), "Development", key: null, $"{other.LocalEndpoint}");

        Assert.NotEqual(0, await relay.EndAsync(Token));
        Assert.Contains($"{other.LocalEndpoint}: address already in use", relay.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("BackgroundService", relay.Log, StringComparison.Ordinal);
    }

    /// <summary>The key that a server tells at its start, behind these words.</summary>
    private static async Task<string> KeyBehindAsync(string words, RelayProgram relay)
    {
        await relay.StartedAsync(Token);
        await relay.SeeLogAsync(words, Token);
        return relay.Log.Split(words)[1].Split('\n')[0].Trim();
    }
}
