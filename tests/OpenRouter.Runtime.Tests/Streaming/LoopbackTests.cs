using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class LoopbackTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("own")]
    [InlineData("handler of the caller")]
    [InlineData("client of the caller")]
    public async Task Break_BeforeTheEnd_ClosesTheConnectionWithin500Milliseconds(string through)
    {
        using var listener = Listen(out var address);
        using var handler = new SocketsHttpHandler();
        using var client = new HttpClient(handler, disposeHandler: false);
        var options = new OpenRouterClientOptions
        {
            ApiKey = Script.Key,
            Handler = through.StartsWith("handler", StringComparison.Ordinal) ? handler : null,
            HttpClient = through.StartsWith("client", StringComparison.Ordinal) ? client : null,
        };
        using var transport = new ApiTransport(options, address);
        var serving = ServeAsync(listener, Head + Chunk(Wire.Text("Hi")));
        await foreach (var chunk in transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).WithCancellation(Token))
        {
            Assert.Equal("Hi", chunk.Text);
            break;
        }

        var since = Stopwatch.StartNew();
        using var peer = await serving;
        Assert.Equal(0, await ReadToCloseAsync(peer));
        Assert.InRange(since.ElapsedMilliseconds, 0, 500);
    }

    [Fact]
    public async Task Connection_AfterACompleteAnswer_ServesTheNext()
    {
        using var listener = Listen(out var address);
        using var transport = new ApiTransport(new OpenRouterClientOptions { ApiKey = Script.Key }, address);
        var answer = Head + Chunk(Wire.Text("Hi") + Wire.Finish() + Wire.Done) + "0\r\n\r\n";
        var serving = ServeAsync(listener, answer);
        Assert.Equal("Hi", (await transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token)).Text);
        using var peer = await serving;

        // The second request must come over the same connection: nobody accepts another one.
        var second = transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token);
        await ReadRequestAsync(peer);
        await peer.SendAsync(Encoding.ASCII.GetBytes(answer), Token);
        Assert.Equal("Hi", (await second).Text);
    }

    [Fact]
    public async Task Service_NotThere_IsOneTransientException()
    {
        using var listener = Listen(out var address);
        listener.Stop();
        using var transport = new ApiTransport(new OpenRouterClientOptions { ApiKey = Script.Key }, address);

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => transport.SendAsync<Raw>(new ApiRequest(HttpMethod.Get, "models"), Token));

        Assert.True(thrown.IsTransient);
        Assert.IsType<HttpRequestException>(thrown.InnerException);
    }

    [Fact]
    public async Task Connection_ClosedInsideTheBody_IsAnInterruption()
    {
        using var listener = Listen(out var address);
        using var transport = new ApiTransport(new OpenRouterClientOptions { ApiKey = Script.Key }, address);
        var serving = ServeAsync(listener, Head + Chunk(Wire.Text("Hi")));
        var collecting = transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token);
        (await serving).Dispose();

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => collecting);
        Assert.Equal("Hi", thrown.Partial!.Text);
    }

    private static TcpListener Listen(out Uri address)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v1");
        return listener;
    }

    private static async Task<Socket> ServeAsync(TcpListener listener, string answer)
    {
        var peer = await listener.AcceptSocketAsync(Token);
        await ReadRequestAsync(peer);
        await peer.SendAsync(Encoding.UTF8.GetBytes(answer), Token);
        return peer;
    }

    private static async Task ReadRequestAsync(Socket peer)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var count = await peer.ReceiveAsync(buffer.AsMemory(length), Token);
            Assert.NotEqual(0, count);
            length += count;
        }
    }

    private static async Task<int> ReadToCloseAsync(Socket peer)
    {
        try
        {
            return await peer.ReceiveAsync(new byte[16], Token);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static string Chunk(string data) => $"{Encoding.UTF8.GetByteCount(data):x}\r\n{data}\r\n";
}
