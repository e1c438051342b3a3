using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Sockets.Http2;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>What is left of connections and tasks when streams are done with.</summary>
[Collection(Alone.Name)]
public sealed class PoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Stacks => [Through.Own, Through.Handler, Through.Client];

    public static TheoryData<string, Framing> StacksAndFramings => new(
        new[] { Through.Own, Through.Handler, Through.Client }.SelectMany(static stack => Enum.GetValues<Framing>(), static (stack, framing) => (stack, framing)));

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Connection_OfCompletedStreams_IsUsedAgain(string stack)
    {
        // In one piece, so that the end of the body has come when the stream is complete.
        var body = Wire.Text("Hi") + Wire.Finish() + Wire.Done;
        await using var server = new FaultServer((peer, _) => peer.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n"));
        using var through = new Through(stack, server.Address);

        for (var number = 0; number < 20; number++)
        {
            await foreach (var chunk in through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).WithCancellation(Token))
            {
                Assert.True(chunk.Text == "Hi" || chunk.FinishReason == "stop");
            }
        }

        Assert.Equal(20, server.Requests.Count);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(Through.Own)]
    [InlineData(Through.Handler)]
    public async Task Connection_WhoseBodyNeverEndsAfterTheEndMark_IsGivenUp(string stack)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Text("Hi") + Wire.Finish() + Wire.Done);
        });
        using var through = new Through(stack, server.Address);

        Assert.Equal("Hi", (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromSeconds(1.9), Token);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Connection_WithMoreThanALittleAfterTheEndMark_IsClosedInTime(string stack)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Text("Hi") + Wire.Finish() + Wire.Done);
            await peer.BodyAsync(string.Concat(Enumerable.Repeat(": more\n\n", 4000)));
        });
        using var through = new Through(stack, server.Address);

        Assert.Equal("Hi", (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Streams_200Abandoned_LeaveNoConnectionAndNoUnobservedException(string stack)
    {
        var unobserved = new List<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, found) => unobserved.Add(found.Exception);
        TaskScheduler.UnobservedTaskException += watch;
        try
        {
            await using var server = new FaultServer(async (peer, _) =>
            {
                await peer.HeadAsync();
                await peer.BodyAsync(Wire.Text("Hi"));
            });
            using var through = new Through(stack, server.Address);
            for (var number = 0; number < 200; number++)
            {
                await Leaving.AfterOneChunkAsync(Leaving.Quiet[number % Leaving.Quiet.Length], through.Transport, Token);
            }

            await Task.WhenAll(server.Peers.Select(static peer => peer.Closed)).WaitAsync(TimeSpan.FromSeconds(5), Token);
            Assert.Equal(0, server.Open);
            Assert.Equal(200, server.Connections);
            Collect();
        }
        finally
        {
            Collect();
            TaskScheduler.UnobservedTaskException -= watch;
        }

        Assert.Empty(unobserved);
    }

    [Fact]
    public async Task Http2Connection_After200AbandonedStreams_IsStillTheSame()
    {
        await using var server = new Http2Server(async (exchange, _) =>
        {
            await exchange.HeadAsync();
            await exchange.BodyAsync(Wire.Text("Hi"));
        });
        using var through = new Through(Through.Http2, server.Address);
        for (var number = 0; number < 200; number++)
        {
            await Leaving.AfterOneChunkAsync(Leaving.Quiet[number % Leaving.Quiet.Length], through.Transport, Token);
        }

        var resets = await Task.WhenAll(server.Exchanges.Select(static exchange => exchange.Reset)).WaitAsync(TimeSpan.FromSeconds(5), Token);
        Assert.Equal(200, resets.Length);
        Assert.All(resets, static reset => Assert.Equal(Http2Reset.Cancel, reset.Code));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Lines_LeftEarly_CloseTheConnectionInTime(string stack)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(type: "application/x-ndjson");
            await peer.BodyAsync("{\"a\":1}\n");
        });
        using var through = new Through(stack, server.Address);

        await foreach (var line in through.Transport.StreamLines<Raw>(new ApiRequest(HttpMethod.Get, "lines"), Raw.ReadFrom, Token))
        {
            Assert.Equal("{\"a\":1}", line.Element.GetRawText());
            break;
        }

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    [Theory]
    [MemberData(nameof(StacksAndFramings))]
    public async Task Bytes_LeftWithMuchInTheSocket_CloseTheConnectionInTime(string stack, Framing framing)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(framing, 1_000_000, "audio/mpeg");
            for (var part = 0; part < 500; part++)
            {
                await peer.BodyAsync(new string('x', 1000));
            }
        });
        using var through = new Through(stack, server.Address);

        await using (var answer = await through.Transport.SendForBytesAsync(new ApiRequest(HttpMethod.Get, "speech"), Token))
        {
            await answer.Content.ReadExactlyAsync(new byte[1000], Token);
        }

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    [Theory]
    [MemberData(nameof(StacksAndFramings))]
    public async Task Stream_LeftWithMuchInTheSocket_ClosesTheConnectionInTime(string stack, Framing framing)
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync(framing, 10_000_000);
            for (var part = 0; part < 2000; part++)
            {
                await peer.BodyAsync(Wire.Text("Hi"));
            }
        });
        using var through = new Through(stack, server.Address);

        await Leaving.AfterOneChunkAsync(Leaving.Break, through.Transport, Token);

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    [Fact]
    public async Task Events_LeftEarly_CloseTheConnectionInTime()
    {
        await using var server = new FaultServer(async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Event("{\"type\":\"delta\"}"));
        });
        using var through = new Through(Through.Handler, server.Address);
        var stream = through.Transport.StreamEvents<EventItem>(new ApiRequest(HttpMethod.Post, "responses"), Token);

        await foreach (var item in stream.WithCancellation(Token))
        {
            Assert.Equal(StreamEventRole.Event, item.Role);
            break;
        }

        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Outcome);
    }

    [Fact]
    public async Task Token_OfTheCallThatLivesOn_KeepsNothingOfTheStreams()
    {
        using var call = new CancellationTokenSource();
        using var transport = new ApiTransport(new OpenRouterClientOptions { Handler = new Answering() }, Script.Address);
        await RunAsync(200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await RunAsync(3000);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        // One registration that stays is about 100 bytes, with what hangs on it far more.
        Assert.InRange(grown, long.MinValue, 150_000);

        async Task RunAsync(int count)
        {
            for (var number = 0; number < count; number++)
            {
                await using var stream = transport.StreamChat<TestChunk>(Script.ChatRequest(), call.Token);
                await foreach (var chunk in stream.WithCancellation(Token))
                {
                    if (number % 2 == 0)
                    {
                        break;
                    }
                }
            }
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(Script.Response(HttpStatusCode.OK, new MemoryStream(Wire.Bytes(Wire.Text("Hi") + Wire.Finish() + Wire.Done)), "text/event-stream"));
    }
}
