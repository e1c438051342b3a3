using System.Diagnostics;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Sockets;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

/// <summary>The promises of a stream, each shown once over a socket; Sockets has them in every combination.</summary>
[Collection(Alone.Name)]
public sealed class LoopbackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Through.Own)]
    [InlineData(Through.Handler)]
    [InlineData(Through.Client)]
    public async Task Break_BeforeTheEnd_ClosesTheConnectionWithin500Milliseconds(string stack)
    {
        await using var server = new FaultServer(static async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Text("Hi"));
        });
        using var through = new Through(stack, server.Address);
        await foreach (var chunk in through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).WithCancellation(Token))
        {
            Assert.Equal("Hi", chunk.Text);
            break;
        }

        var since = Stopwatch.StartNew();
        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.InRange(since.ElapsedMilliseconds, 0, 500);
    }

    [Fact]
    public async Task Connection_AfterACompleteAnswer_ServesTheNext()
    {
        // In one piece, so that the end of the body has come when the stream is complete.
        var body = Wire.Text("Hi") + Wire.Finish() + Wire.Done;
        await using var server = new FaultServer((peer, _) => peer.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n"));
        using var through = new Through(Through.Own, server.Address);

        Assert.Equal("Hi", (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);
        Assert.Equal("Hi", (await through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Service_NotThere_IsOneTransientException()
    {
        var server = new FaultServer(static (_, _) => Task.CompletedTask);
        await server.DisposeAsync();
        using var through = new Through(Through.Own, server.Address);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => through.Transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "models"), Token));

        Assert.True(thrown.IsTransient);
        Assert.IsType<HttpRequestException>(thrown.InnerException);
    }

    [Fact]
    public async Task Connection_ClosedInsideTheBody_IsAnInterruption()
    {
        await using var server = new FaultServer(static async (peer, _) =>
        {
            await peer.HeadAsync();
            await peer.BodyAsync(Wire.Text("Hi"));
            await peer.CloseAsync();
        });
        using var through = new Through(Through.Own, server.Address);

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token));

        Assert.Equal("Hi", thrown.Partial!.Text);
    }
}
