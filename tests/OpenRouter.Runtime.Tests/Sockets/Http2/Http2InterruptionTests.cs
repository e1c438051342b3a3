using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets.Http2;

public sealed class Http2InterruptionTests
{
    private const string Ping = ": ping\n\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0u)] // no error
    [InlineData(1u)] // protocol error
    [InlineData(2u)] // internal error
    [InlineData(7u)] // refused
    [InlineData(8u)] // cancel
    [InlineData(11u)] // enhance your calm
    [InlineData(13u)] // HTTP/1.1 required
    public async Task Stream_ResetByTheService_IsAnInterruptionAndTheConnectionServesOn(uint code)
    {
        await using var server = new Http2Server(async (exchange, number) =>
        {
            await exchange.HeadAsync();
            await exchange.BodyAsync(Wire.Text("Hi") + Ping);
            await (number == 0 ? exchange.BreakAsync(code) : EndAsync(exchange));
        });
        using var through = new Through(Through.Http2, server.Address);

        var ending = await Ending.OfAsync(through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token), Token);
        var next = await Ending.OfAsync(through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token), Token);

        // .NET hands out what had arrived, or drops it with the reset; never more.
        Assert.Equal(AnswerOutcome.Interrupted, ending.Answer.Outcome);
        Assert.IsType<StreamInterruptedException>(ending.Thrown);
        Assert.True(ending.Answer.Text is "" or "Hi");
        next.AssertIs(AnswerOutcome.Completed, "Hi");
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_ResetAfterTheChunkWasRead_KeepsItAndTellsByTheReason(bool finished)
    {
        using var seen = new SemaphoreSlim(0);
        await using var server = new Http2Server(async (exchange, _) =>
        {
            await exchange.HeadAsync();
            await exchange.BodyAsync(Wire.Text("Hi") + (finished ? Wire.Finish() : "") + Ping);
            await seen.WaitAsync(Token);
            await exchange.BreakAsync(2);
        });
        using var through = new Through(Through.Http2, server.Address);
        var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        stream.OnKeepAlive = _ => seen.Release();

        (await Ending.OfAsync(stream, Token)).AssertIs(finished ? AnswerOutcome.Completed : AnswerOutcome.Interrupted, "Hi");
    }

    [Fact]
    public async Task Stream_EndedWithoutAReason_IsAnInterruption()
    {
        await using var server = new Http2Server(async (exchange, _) =>
        {
            await exchange.HeadAsync();
            await exchange.BodyAsync(Wire.Text("Hi") + "data: {\"id");
            await exchange.EndAsync();
        });
        using var through = new Through(Through.Http2, server.Address);

        (await Ending.OfAsync(through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token), Token)).AssertIs(AnswerOutcome.Interrupted, "Hi");
    }

    [Fact]
    public async Task Connection_GoingAway_LetsItsStreamsFinishAndTheNextOpenAnother()
    {
        await using var server = new Http2Server(async (exchange, number) =>
        {
            await exchange.HeadAsync();
            await exchange.BodyAsync(Wire.Text("Hi"));
            if (number == 0)
            {
                await exchange.Peer.GoAwayAsync(exchange.Id, 0);
            }

            await EndAsync(exchange);
        });
        using var through = new Through(Through.Http2, server.Address);

        (await Ending.OfAsync(through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token), Token)).AssertIs(AnswerOutcome.Completed, "Hi");
        (await Ending.OfAsync(through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token), Token)).AssertIs(AnswerOutcome.Completed, "Hi");
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_Broken_IsAnInterruptionAndTheNextOpensAnother(bool goesAway)
    {
        using var seen = new SemaphoreSlim(0);
        await using var server = new Http2Server(async (exchange, number) =>
        {
            await exchange.HeadAsync();
            await exchange.BodyAsync(Wire.Text("Hi") + Ping);
            if (number > 0)
            {
                await EndAsync(exchange);
                return;
            }

            await seen.WaitAsync(Token);
            await (goesAway ? exchange.Peer.GoAwayAsync(0, 2) : Task.CompletedTask);
            exchange.Peer.Reset();
        });
        using var through = new Through(Through.Http2, server.Address);
        var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        stream.OnKeepAlive = _ => seen.Release();

        var ending = await Ending.OfAsync(stream, Token);

        Assert.Equal((AnswerOutcome.Interrupted, "Hi"), (ending.Answer.Outcome, ending.Answer.Text));
        (await Ending.OfAsync(through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token), Token)).AssertIs(AnswerOutcome.Completed, "Hi");
    }

    [Fact]
    public async Task Answer_LargerThanTheWindows_IsWhole()
    {
        var piece = new string('x', 10_000);
        await using var server = new Http2Server(async (exchange, _) =>
        {
            await exchange.HeadAsync();
            for (var count = 0; count < 100; count++)
            {
                await exchange.BodyAsync(Wire.Text(piece));
            }

            await EndAsync(exchange);
        });
        using var through = new Through(Through.Http2, server.Address);

        var answer = await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token);

        Assert.Equal(1_000_000, answer.Text.Length);
    }

    private static async Task EndAsync(Http2Exchange exchange)
    {
        await exchange.BodyAsync(Wire.Finish() + Wire.Done);
        await exchange.EndAsync();
    }
}
