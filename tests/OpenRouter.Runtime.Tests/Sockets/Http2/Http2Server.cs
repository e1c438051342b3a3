using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OpenRouter.Runtime.Tests.Sockets.Http2;

/// <summary>A server of HTTP/2 without TLS that answers as the test says and remembers what the client broke off.</summary>
internal sealed class Http2Server : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Http2Exchange, int, Task> _answer;
    private readonly ConcurrentDictionary<Http2Peer, Task> _peers = new();
    private readonly Task _accepting;
    private int _requests;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">Called at each request, with the number of the request from 0.</param>
    public Http2Server(Func<Http2Exchange, int, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v1");
        _accepting = AcceptAsync();
    }

    /// <summary>The base address to give to a client.</summary>
    public Uri Address { get; }

    /// <summary>How many connections were opened.</summary>
    public int Connections => _peers.Count;

    /// <summary>All requests so far.</summary>
    public ConcurrentQueue<Http2Exchange> Exchanges { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (var peer in _peers.Keys)
        {
            peer.Dispose();
        }

        await _accepting;
        await Task.WhenAll(_peers.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                socket.NoDelay = true;
                var peer = new Http2Peer(socket, Begin);

                // Known before it serves, since a test may ask for it as soon as it was answered.
                _peers[peer] = Task.CompletedTask;
                _peers[peer] = Task.Run(() => UntilGoneAsync(peer.RunAsync()));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server was disposed.
        }
    }

    private void Begin(Http2Exchange exchange)
    {
        Exchanges.Enqueue(exchange);
        _ = UntilGoneAsync(_answer(exchange, Interlocked.Increment(ref _requests) - 1));
    }

    private static async Task UntilGoneAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or SocketException)
        {
            // The client has gone.
        }
    }
}
