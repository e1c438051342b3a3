using System.IO.Pipelines;
using System.Net.Sockets;
using OpenRouter.Runtime.Tests.Sockets.Http2;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>Who does not read lets the service wait: nothing between the two collects what comes.</summary>
[Collection(Alone.Name)]
public sealed class BackpressureTests
{
    private const long Endless = 256L * 1024 * 1024;
    private const int SocketBuffer = 64 * 1024;
    private const long MostInSockets = 2 * 1024 * 1024;
    private static readonly byte[] Piece = Wire.Bytes(string.Concat(Enumerable.Repeat(Wire.Text(new string('x', 1000)), 50)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loop_ThatStops_StopsTheServiceAndKeepsNothing()
    {
        var blocked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(blocked);
        using var through = Narrow(server.Address);
        await using var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        await using var chunks = stream.GetAsyncEnumerator(Token);
        Assert.True(await chunks.MoveNextAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True(await blocked.Task.WaitAsync(TimeSpan.FromSeconds(20), Token));

        Report("loop", server, before);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, Piece.Length, MostInSockets);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 1024 * 1024);
        Assert.True(await chunks.MoveNextAsync());
    }

    [Fact]
    public async Task Loop_ThatStops_StopsTheServiceOnOurOwnHandlerToo()
    {
        var blocked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(blocked);
        using var through = new Through(Through.Own, server.Address);
        await using var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token);
        await using var chunks = stream.GetAsyncEnumerator(Token);
        Assert.True(await chunks.MoveNextAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True(await blocked.Task.WaitAsync(TimeSpan.FromSeconds(20), Token));

        // The system's own buffers may be megabytes; ours may not.
        Report("own handler", server, before);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, Piece.Length, Endless / 8);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 1024 * 1024);
    }

    [Fact]
    public async Task Http2Loop_ThatStops_StopsAtTheWindow()
    {
        await using var server = new Http2Server(async (exchange, _) =>
        {
            await exchange.HeadAsync();
            while (!exchange.Reset.IsCompleted)
            {
                await exchange.BodyAsync(Piece);
            }
        });
        using var through = new Through(Through.Http2, server.Address);
        await using (var stream = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token))
        {
            await using var chunks = stream.GetAsyncEnumerator(Token);
            Assert.True(await chunks.MoveNextAsync());
            Assert.True(await Assert.Single(server.Exchanges).Window.EmptyAsync().WaitAsync(TimeSpan.FromSeconds(5), Token));

            Assert.InRange(Assert.Single(server.Exchanges).BytesSent, Http2Frame.InitialWindow, 1024 * 1024);
        }

        Assert.Equal(Http2Reset.Cancel, (await Assert.Single(server.Exchanges).Reset.WaitAsync(TimeSpan.FromSeconds(5), Token)).Code);
    }

    [Fact]
    public async Task Relay_ToAStreamThatTakesNothing_StopsTheService()
    {
        var blocked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(blocked);
        using var through = Narrow(server.Address);
        await using var destination = new Stuck();
        using var source = new CancellationTokenSource();
        var relaying = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), source.Token).RelayToAsync(destination, CancellationToken.None);
        await destination.Reached.Task;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True(await blocked.Task.WaitAsync(TimeSpan.FromSeconds(20), Token));

        Report("relay to a stream", server, before);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, Piece.Length, MostInSockets);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 1024 * 1024);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => relaying)).CancellationToken);
        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    [Fact]
    public async Task Relay_ToAPipeThatNobodyReads_StopsTheService()
    {
        var blocked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(blocked);
        using var through = Narrow(server.Address);
        var pipe = new Pipe();
        using var source = new CancellationTokenSource();
        var relaying = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), source.Token).RelayToAsync(pipe.Writer, CancellationToken.None);
        await pipe.Reader.ReadAtLeastAsync(1, Token);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True(await blocked.Task.WaitAsync(TimeSpan.FromSeconds(20), Token));

        Report("relay to a pipe", server, before);
        Assert.InRange(Assert.Single(server.Peers).BytesSent, Piece.Length, MostInSockets);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 1024 * 1024);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => relaying);
        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    [Fact]
    public async Task Relay_WhosePipeIsLeft_ClosesTheConnectionInTime()
    {
        var blocked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Server(blocked);
        using var through = Narrow(server.Address);
        var pipe = new Pipe();
        var relaying = through.Transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).RelayToAsync(pipe.Writer, Token);
        await pipe.Reader.ReadAtLeastAsync(1, Token);

        await pipe.Reader.CompleteAsync();

        await Assert.ThrowsAsync<IOException>(() => relaying);
        await Assert.Single(server.Peers).Closed.WaitAsync(TimeSpan.FromMilliseconds(500), Token);
    }

    private static FaultServer Server(TaskCompletionSource<bool> blocked) => new(
        async (peer, _) =>
        {
            await peer.HeadAsync(Framing.Close);
            blocked.TrySetResult(await peer.SendUntilBlockedAsync(Piece, Endless));
        },
        SocketBuffer);

    /// <summary>A client whose socket holds little, so that what the service can write shows what we hold.</summary>
    private static Through Narrow(Uri address) => new(Through.Own, address, static options => options.Handler = new SocketsHttpHandler
    {
        ConnectCallback = static async (context, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SocketBuffer };
            await socket.ConnectAsync(context.DnsEndPoint, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    private static void Report(string what, FaultServer server, long before)
        => TestContext.Current.SendDiagnosticMessage("{0}: the service wrote {1:N0} bytes, memory grew by {2:N0}", what, server.Peers.Single().BytesSent, GC.GetTotalMemory(false) - before);

    /// <summary>A destination that takes the first bytes and never the next.</summary>
    private sealed class Stuck : MemoryStream
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }
}
