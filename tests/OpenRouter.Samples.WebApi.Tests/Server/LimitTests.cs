using System.Net;
using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>One user cannot take what is everybody's.</summary>
public sealed class LimitTests(RelayFixture shared) : IClassFixture<RelayFixture>
{
    private readonly RelayFixture _fixture = shared.Renewed();
    private static readonly Reply Stalled = Reply.Pieces("a", "b").CutAfterPieces(1, CutKind.Stall);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Stream_ThirdOfAUser_Is429UntilOneIsOver()
    {
        _fixture.Upstream.Emulator.Next(Stalled, Stalled);
        using var ann = new RelayCaller(_fixture.Relay.Address);
        using var bob = new RelayCaller(_fixture.Relay.Address, RelayProgram.BobKey);
        var first = await ann.OpenAsync(Token);
        using var second = await ann.OpenAsync(Token);
        var asked = _fixture.Upstream.Chats.Count;

        using var third = await ann.PostAsync("/api/chat", RelayCaller.Question, Token);

        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many"), (third.StatusCode, await RelayCaller.CodeOfAsync(third, Token)));
        Assert.True(third.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(asked, _fixture.Upstream.Chats.Count);

        // Others are not concerned, and a stream that is left makes room.
        Assert.Equal("done", (await bob.ReadAsync(Token)).End().Type);
        await first.NextAsync(Token);
        first.Dispose();
        await Eventually.TrueAsync(() => CanAskAsync(ann).GetAwaiter().GetResult(), "The stream that was left still counts.", Token);
    }

    [Fact(Timeout = 120_000)]
    public async Task Streams_InAll_AreLimitedToo()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:StreamsInAll=1");
        _fixture.Upstream.Emulator.Next(Stalled);
        using var ann = new RelayCaller(relay.Address);
        using var bob = new RelayCaller(relay.Address, RelayProgram.BobKey);
        using var running = await ann.OpenAsync(Token);

        Assert.Equal((429, "too_many"), await bob.RefusedAsync(RelayCaller.Question, Token));
    }

    [Fact(Timeout = 120_000)]
    public async Task Streams_TooManyInAMinute_AreToldWhenToComeBack()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:StreamsPerMinute=2");
        using var ann = new RelayCaller(relay.Address);
        await ann.ReadAsync(Token);
        await ann.ReadAsync(Token);

        using var third = await ann.PostAsync("/api/chat", RelayCaller.Question, Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact(Timeout = 120_000)]
    public async Task SignIns_TooManyInAMinute_Are429()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:SignInsPerMinute=2");
        using var page = new RelayCaller(relay.Address, key: null);
        for (var count = 0; count < 2; count++)
        {
            Assert.Equal((401, "unknown_key"), await page.RefusedAsync("""{"key":"guess"}""", Token, "/api/session"));
        }

        Assert.Equal((429, "too_many"), await page.RefusedAsync($$"""{"key":"{{RelayProgram.AnnKey}}"}""", Token, "/api/session"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Tokens_OfADay_AreCountedAsTheyWereUsed()
    {
        // Each answer reserves 400 and a few, and uses 300: three fit, where reservations alone would allow two.
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:DailyTokens=1100");
        _fixture.Upstream.Emulator.Next(Used(300), Used(300), Used(300));
        using var ann = new RelayCaller(relay.Address);
        using var bob = new RelayCaller(relay.Address, RelayProgram.BobKey);
        for (var count = 0; count < 3; count++)
        {
            Assert.Equal("done", (await ann.ReadAsync(Token)).End().Type);
        }

        using var fourth = await ann.PostAsync("/api/chat", RelayCaller.Question, Token);

        Assert.Equal((HttpStatusCode.TooManyRequests, "daily_limit"), (fourth.StatusCode, await RelayCaller.CodeOfAsync(fourth, Token)));
        Assert.InRange(fourth.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        Assert.Equal("done", (await bob.ReadAsync(Token)).End().Type);
    }

    [Fact(Timeout = 120_000)]
    public async Task Tokens_OfAnAnswerThatWasLeft_AreAskedForLater()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:DailyTokens=700");
        _fixture.Upstream.Emulator.Next(Stalled);
        using var ann = new RelayCaller(relay.Address);
        var left = await ann.OpenAsync(Token);
        await left.NextAsync(Token);
        var generation = _fixture.Upstream.Chats[^1].GenerationId;
        left.Dispose();

        // What was reserved leaves too little for a second answer; what was used does not.
        await Eventually.TrueAsync(() => CanAskAsync(ann).GetAwaiter().GetResult(), "The reservation was never settled.", Token);

        Assert.Contains(_fixture.Upstream.Emulator.Requests, request => request.Path == "/generation" && request.Query.Contains(generation!, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Tokens_OfACallThatWasRefused_AreGivenBack()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:DailyTokens=700");
        _fixture.Upstream.Emulator.Next(Reply.Error(500, "Sorry"), Reply.Error(500, "Sorry"));
        using var ann = new RelayCaller(relay.Address);

        Assert.Equal((502, "failed"), await ann.RefusedAsync(RelayCaller.Question, Token));
        Assert.Equal((502, "failed"), await ann.RefusedAsync(RelayCaller.Question, Token));
        Assert.Equal("done", (await ann.ReadAsync(Token)).End().Type);
    }

    private static Reply Used(long tokens) => Reply.Text("Hello.").WithUsage(promptTokens: tokens - 2, completionTokens: 2, cost: 0.01m);

    private static async Task<bool> CanAskAsync(RelayCaller caller)
    {
        using var response = await caller.PostAsync("/api/chat", RelayCaller.Question, Token);
        return response.IsSuccessStatusCode;
    }
}
