using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>The connection is lost in every way and place: before the finish reason that is an interruption, after it nothing.</summary>
public sealed class InterruptionTests
{
    private const string Text = "Grüße";
    private const string Ping = ": ping\n\n";
    private static readonly string Hello = Wire.Text(Text) + Ping;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Framing, Cut, bool> Places => new(
        Enum.GetValues<Framing>().SelectMany(static framing => Enum.GetValues<Cut>(), static (framing, cut) => (framing, cut))
            .SelectMany(static item => new[] { false, true }, static (item, finished) => (item.framing, item.cut, finished)));

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Connection_LostBetweenEvents_IsAnInterruptionUntilTheReasonWasSeen(Framing framing, Cut cut, bool finished)
    {
        var body = Hello + (finished ? Wire.Finish() + Ping : "");
        var outcome = await RunAsync(async (peer, _) =>
        {
            await peer.HeadAsync(framing, Encoding.UTF8.GetByteCount(body) + 10);
            await peer.BodyAsync(body);
        }, cut, pings: finished ? 2 : 1);

        outcome.AssertIs(finished ? AnswerOutcome.Completed : AnswerOutcome.Interrupted, Text);
    }

    [Theory]
    [InlineData("5", "", Cut.Close)]
    [InlineData("5", "", Cut.Reset)]
    [InlineData("5f\r", "", Cut.Close)]
    [InlineData("5f\r", "", Cut.HalfClose)]
    [InlineData("5f\r\ndata: {\"id", "", Cut.Close)]
    [InlineData("5f\r\ndata: {\"id", "", Cut.HalfClose)]
    [InlineData("5f\r\ndata: {\"id", "", Cut.Reset)]
    [InlineData("zz\r\ndata: {\"id", "", Cut.Close)]
    [InlineData("-5\r\ndata: {\"id", "", Cut.Close)]
    [InlineData("fffffffffffffffff\r\ndata: {\"id", "", Cut.Close)]
    [InlineData("3\r\n: a no line end", "", Cut.Close)]
    public async Task Chunk_CutOrBroken_IsAnInterruption(string raw, string text, Cut cut)
    {
        var outcome = await RunAsync(async (peer, seen) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Hello);

            // .NET drops what it reads together with a chunk that is none.
            await seen.WaitAsync(Token);
            await peer.SendAsync(raw);
        }, cut, pings: 0);

        outcome.AssertIs(AnswerOutcome.Interrupted, Text + text);
    }

    [Theory]
    [InlineData(Framing.Chunked)]
    [InlineData(Framing.Length)]
    [InlineData(Framing.Close)]
    public async Task Connection_LostInsideACodePoint_IsAnInterruptionWithoutTheHalf(Framing framing)
    {
        var half = Wire.Bytes(Wire.Text("€"))[..50];
        var outcome = await RunAsync(async (peer, _) =>
        {
            await peer.HeadAsync(framing, 4096);
            await peer.BodyAsync(Hello);
            await peer.SendAsync((byte[])[.. framing == Framing.Chunked ? "ff\r\n"u8 : ""u8, .. half, 0xE2, 0x82]);
        }, Cut.Close);

        outcome.AssertIs(AnswerOutcome.Interrupted, Text);
    }

    [Theory]
    [InlineData(Cut.Close)]
    [InlineData(Cut.HalfClose)]
    [InlineData(Cut.Reset)]
    public async Task Body_OfLengthThatIsShorter_IsAnInterruptionAfterTheReasonToo(Cut cut)
    {
        var body = Hello + Wire.Finish() + Ping + "data: {\"id\":\"gen-1\",\"choices\":[{\"ind";
        var outcome = await RunAsync(async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Length, Encoding.UTF8.GetByteCount(body) + 1);
            await peer.BodyAsync(body);
        }, cut, pings: 2);

        // The reason was seen: what is missing is at most the usage.
        outcome.AssertIs(AnswerOutcome.Completed, Text);
    }

    [Theory]
    [InlineData(Framing.Chunked, Cut.Close)]
    [InlineData(Framing.Chunked, Cut.Reset)]
    [InlineData(Framing.Length, Cut.HalfClose)]
    [InlineData(Framing.Close, Cut.Close)]
    public async Task Connection_LostBeforeTheFirstChunk_IsAnInterruptionOfNothing(Framing framing, Cut cut)
    {
        var outcome = await RunAsync(async (peer, _) =>
        {
            await peer.HeadAsync(framing, 500, headers: "X-Generation-Id: gen-9\r\n");
            await peer.BodyAsync(Ping);
        }, cut);

        outcome.AssertIs(AnswerOutcome.Interrupted, "");
        Assert.Equal("gen-9", ((StreamInterruptedException)outcome.Thrown!).GenerationId);
    }

    [Theory]
    [InlineData("", Cut.Close)]
    [InlineData("", Cut.Reset)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/ev", Cut.Close)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/ev", Cut.HalfClose)]
    [InlineData("HTTP/1.1 2", Cut.Reset)]
    [InlineData("SSH-2.0-OpenSSH\r\n", Cut.Close)]
    [InlineData("HTTP/9.9 200 OK\r\n\r\n", Cut.Close)]
    [InlineData("HTTP/1.1 200 OK\r\nno header\r\n\r\n", Cut.Close)]
    public async Task Connection_LostBeforeTheHeaders_IsATransientFailure(string raw, Cut cut)
    {
        var outcome = await RunAsync((peer, _) => peer.SendAsync(raw), cut, pings: 0);

        var thrown = Assert.IsType<OpenRouterException>(outcome.Thrown, exactMatch: false);
        Assert.True(thrown.IsTransient);
        Assert.NotNull(thrown.InnerException);
        Assert.NotEqual(AnswerOutcome.Completed, outcome.Answer.Outcome);
    }

    [Fact]
    public async Task Body_OneByteAtATime_IsWhole()
    {
        var outcome = await RunAsync(async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Close);
            foreach (var value in Wire.Bytes(Hello + Wire.Finish() + Wire.Done))
            {
                await peer.SendAsync(new[] { value });
            }
        }, Cut.Close);

        outcome.AssertIs(AnswerOutcome.Completed, Text);
    }

    [Fact]
    public async Task Service_ThatNeverReadsTheRequest_IsLeftByCancelling()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var through = new Through(Through.Own, new Uri($"http://{listener.LocalEndpoint}/api/v1"));
        using var source = new CancellationTokenSource();
        var request = new ApiRequest(HttpMethod.Post, "files") { Binary = new byte[64 * 1024 * 1024] };
        var sending = through.Transport.SendAsync(request, source.Token);
        using var peer = await listener.AcceptSocketAsync(Token);

        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending)).CancellationToken);
    }

    private static async Task<Ending> RunAsync(Func<FaultPeer, SemaphoreSlim, Task> answer, Cut cut, int pings = 1)
    {
        using var seen = new SemaphoreSlim(0);
        await using var server = new FaultServer(async (peer, number) =>
        {
            if (number == 0)
            {
                await answer(peer, seen);
            }

            switch (cut)
            {
                case Cut.Close:
                    await peer.CloseAsync();
                    break;
                case Cut.HalfClose:
                    peer.HalfClose();
                    break;
                case Cut.Reset:
                    // What was sent may be lost with the connection, so the test waits until it was read.
                    for (var ping = 0; ping < pings; ping++)
                    {
                        await seen.WaitAsync(Token);
                    }

                    peer.Reset();
                    break;
            }
        });
        using var through = new Through(Through.Own, server.Address);
        var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        stream.OnKeepAlive = _ => seen.Release();
        return await Ending.OfAsync(stream, Token);
    }
}
