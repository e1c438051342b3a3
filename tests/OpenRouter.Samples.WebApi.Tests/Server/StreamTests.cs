using System.Net;
using OpenRouter.Samples.WebApi.Tests.Support;
using OpenRouter.Testing;

namespace OpenRouter.Samples.WebApi.Tests.Server;

/// <summary>What a caller gets of an answer, and that it always ends, once.</summary>
public sealed class StreamTests(RelayFixture shared) : IClassFixture<RelayFixture>
{
    private readonly RelayFixture _fixture = shared.Renewed();
    private static readonly string[] Pieces = ["One, ", "two, ", "three", "."];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Stream_WholeAnswer_ArrivesAndIsDone()
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).WithUsage(7, 4, 0.01m));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        var events = await caller.ReadAsync(Token);

        Assert.Equal("One, two, three.", events.Text());
        Assert.Equal(("done", "stop", "7", "4"), (events.End().Type, events.End()["reason"], events.End()["promptTokens"], events.End()["completionTokens"]));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("a reason\r\n\r\nevent: done", "other")]
    public async Task Stream_OtherEnds_SayWhy(string reason, string expected)
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).WithFinish(reason));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        var events = await caller.ReadAsync(Token);

        Assert.Equal(("done", expected), (events.End().Type, events.End()["reason"]));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("\n\nevent: done\ndata: {}\n\n")]
    [InlineData("\r\revent: done\rdata: {}\r\r")]
    [InlineData("\r\n\r\nevent: error\r\ndata: {}\r\n\r\n")]
    [InlineData("\0\u0001\u007f\u0085\u2028\u2029\ufeff: id: 7\n\nid: 8\n")]
    [InlineData("\"}\n\nevent: done\ndata: {\"reason\":\"stop\"}\n\n\\")]
    [InlineData("<script>alert(1)</script>😀漢字")]
    public async Task Stream_TextThatLooksLikeEvents_StaysText(string text)
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces("a", text, "b"));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        var events = await caller.ReadAsync(Token);

        Assert.Equal("a" + text + "b", events.Text());
        Assert.Equal("done", events.End().Type);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(CutKind.Reset)]
    [InlineData(CutKind.Silent)]
    public async Task Stream_UpstreamCutAfterAnyEvent_EndsOnceAndNeverLooksWhole(CutKind kind)
    {
        string[] wire = [": OPENROUTER PROCESSING\n\n", Chunk(""), Chunk("One, "), Chunk("two, "), Chunk("three."), Chunk("", "\"stop\""), "data: [DONE]\n\n"];
        string[] texts = ["", "", "", "One, ", "One, two, ", "One, two, three.", "One, two, three.", "One, two, three."];
        using var caller = new RelayCaller(_fixture.Relay.Address);
        for (var count = 0; count <= wire.Length; count++)
        {
            _fixture.Upstream.Emulator.Next(Reply.Raw(string.Concat(wire)).CutAfterBytes(wire.Take(count).Sum(static part => part.Length), kind));

            using var response = await caller.PostAsync("/api/chat", RelayCaller.Question, Token);
            if (texts[count].Length == 0)
            {
                // Nothing had been sent, so there is a status, and a body that is an error.
                Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
                Assert.Matches("^(interrupted|failed)$", await RelayCaller.CodeOfAsync(response, Token));
                continue;
            }

            using var stream = new RelayStream(response, await response.Content.ReadAsStreamAsync(Token));
            var events = await stream.RestAsync(Token);
            Assert.Equal(texts[count], events.Text());
            if (count <= 5)
            {
                Assert.Equal(("error", "interrupted", "True"), (events.End().Type, events.End()["code"], events.End()["retryable"]));
            }
            else if (kind == CutKind.Silent || count == wire.Length)
            {
                // The finish reason had arrived.
                Assert.Equal("done", events.End().Type);
            }
            else
            {
                Assert.NotEmpty(events.End().Type);
            }
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData(StreamErrorShape.Documented)]
    [InlineData(StreamErrorShape.Alone)]
    [InlineData(StreamErrorShape.InChoice)]
    [InlineData(StreamErrorShape.FinishOnly)]
    [InlineData(StreamErrorShape.BareString)]
    [InlineData(StreamErrorShape.ErrorEvent)]
    public async Task Stream_UpstreamErrorInTheMiddle_IsOneErrorWithoutItsWords(StreamErrorShape shape)
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).WithStreamError(shape, afterPieces: 2, message: "prompt of customer 4711"));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        var events = await caller.ReadAsync(Token);

        Assert.Equal("One, two, ", events.Text());
        Assert.Equal("error", events.End().Type);
        Assert.DoesNotContain("4711", events.End().Data.ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(400, 502, "failed")]
    [InlineData(401, 502, "unavailable")]
    [InlineData(402, 502, "unavailable")]
    [InlineData(403, 502, "unavailable")]
    [InlineData(404, 502, "failed")]
    [InlineData(408, 504, "timeout")]
    [InlineData(429, 503, "busy")]
    [InlineData(500, 502, "failed")]
    [InlineData(503, 503, "busy")]
    public async Task Stream_UpstreamRefuses_IsANeutralErrorOfTheRelay(int upstream, int status, string code)
    {
        _fixture.Upstream.Emulator.Next(Reply.Error(upstream, "The key sk-or-v1-abc of org 4711 is not known."));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        using var response = await caller.PostAsync("/api/chat", RelayCaller.Question, Token);
        var body = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", body, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-or", body, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_AccountRefused_AlertsTheOperator()
    {
        _fixture.Upstream.Emulator.Next(Reply.Error(402, "Insufficient credits"));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        await caller.RefusedAsync(RelayCaller.Question, Token);

        await _fixture.Relay.SeeLogAsync("refuses the account of this server (status 402)", Token);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_FirstPiece_IsThereWhileTheServiceStillWrites()
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).WithKeepAlives(0).CutAfterPieces(1, CutKind.Stall));
        using var caller = new RelayCaller(_fixture.Relay.Address);

        using var stream = await caller.OpenAsync(Token);
        var first = await stream.NextAsync(Token);

        // Nothing more will ever come: a middleware that gathers would never have passed it on.
        Assert.Equal("One, ", first?["text"]);
        Assert.Equal("no", Assert.Single(stream.Response.Headers.GetValues("X-Accel-Buffering")));
        Assert.True(stream.Response.Headers.CacheControl?.NoStore);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_FirstPieceOfManyAnswers_ComesWithinTwoHundredMilliseconds()
    {
        using var caller = new RelayCaller(_fixture.Relay.Address);
        var best = TimeSpan.MaxValue;
        for (var count = 0; count < 10; count++)
        {
            _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces));
            var began = TimeProvider.System.GetTimestamp();
            using var stream = await caller.OpenAsync(Token);
            await stream.NextAsync(Token);
            var took = TimeProvider.System.GetElapsedTime(began);
            best = took < best ? took : best;
            await stream.RestAsync(Token);
        }

        // The best of ten, so that a busy machine does not decide.
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_CallerLeaves_UpstreamIsClosedWithinASecond()
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).CutAfterPieces(2, CutKind.Stall));
        using var caller = new RelayCaller(_fixture.Relay.Address);
        var stream = await caller.OpenAsync(Token);
        await stream.NextAsync(Token);
        var request = _fixture.Upstream.Chats[^1];

        var left = TimeProvider.System.GetTimestamp();
        stream.Dispose();
        await request.Ended.WaitAsync(Token);

        Assert.True(request.Aborted);
        Assert.InRange(TimeProvider.System.GetElapsedTime(left), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await _fixture.Relay.SeeLogAsync(": left after ", Token);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_CallerLeavesWhileTheModelThinks_UpstreamIsClosedToo()
    {
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).WithKeepAlives(0).CutAfterPieces(0, CutKind.Stall));
        using var caller = new RelayCaller(_fixture.Relay.Address);
        var before = _fixture.Upstream.Chats.Count;
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var opening = caller.PostAsync("/api/chat", RelayCaller.Question, leave.Token);
        await Eventually.TrueAsync(() => _fixture.Upstream.Chats.Count > before, "The upstream was never asked.", Token);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => (await opening).Dispose());
        var request = _fixture.Upstream.Chats[^1];
        await request.Ended.WaitAsync(Token);

        Assert.True(request.Aborted);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_Silence_IsFilledWithComments()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:Heartbeat=00:00:00.050");
        _fixture.Upstream.Emulator.Next(Reply.Pieces(Pieces).WithKeepAlives(0).CutAfterPieces(0, CutKind.Stall));
        using var caller = new RelayCaller(relay.Address);
        using var stream = await caller.OpenAsync(Token);

        var buffer = new byte[": still here\n\n: still here\n\n".Length];
        await stream.Body.ReadExactlyAsync(buffer, Token);

        Assert.Equal(": still here\n\n: still here\n\n"u8, buffer);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_ErrorAfterAComment_IsAnEventSinceTheResponseHasBegun()
    {
        await using var relay = await RelayProgram.StartAsync(_fixture.Upstream, Token, "--Relay:Heartbeat=00:00:00.050");
        _fixture.Upstream.Emulator.Next(Reply.Error(500, "Sorry").WithDelay(TimeSpan.FromSeconds(1)));
        using var caller = new RelayCaller(relay.Address);

        var events = await caller.ReadAsync(Token);

        Assert.Equal(("error", "failed"), (Assert.Single(events).Type, events.End()["code"]));
    }

    private static string Chunk(string text, string finish = "null")
        => $$"""data: {"id":"gen-1","model":"a/b","choices":[{"index":0,"delta":{"role":"assistant","content":"{{text}}"},"finish_reason":{{finish}}}]}""" + "\n\n";
}
