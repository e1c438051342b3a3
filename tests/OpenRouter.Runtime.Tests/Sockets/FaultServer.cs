using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace OpenRouter.Runtime.Tests.Sockets;

/// <summary>An HTTP/1.1 server that misbehaves as it is told: the test writes the bytes and breaks the connection.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<FaultPeer, int, Task> _answer;
    private readonly ConcurrentDictionary<FaultPeer, Task> _peers = new();
    private readonly Task _accepting;
    private int _connections;
    private int _requests;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">Called at each request, with the number of the request from 0.</param>
    /// <param name="sendBuffer">The size of the socket's buffer; 0 for what the system has.</param>
    public FaultServer(Func<FaultPeer, int, Task> answer, int sendBuffer = 0)
    {
        _answer = answer;
        _listener.Server.SendBufferSize = sendBuffer > 0 ? sendBuffer : _listener.Server.SendBufferSize;
        _listener.Start(2048);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v1");
        _accepting = AcceptAsync();
    }

    /// <summary>The base address to give to a client.</summary>
    public Uri Address { get; }

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many of them the client has not closed.</summary>
    public int Open => _peers.Keys.Count(static peer => !peer.Closed.IsCompleted);

    /// <summary>All connections.</summary>
    public IEnumerable<FaultPeer> Peers => _peers.Keys;

    /// <summary>The heads of all requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

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
                var peer = new FaultPeer(await _listener.AcceptSocketAsync());
                Interlocked.Increment(ref _connections);

                // Known before it serves, since a test may ask for it as soon as it was answered.
                _peers[peer] = Task.CompletedTask;
                _peers[peer] = Task.Run(() => ServeAsync(peer));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server was disposed.
        }
    }

    private async Task ServeAsync(FaultPeer peer)
    {
        try
        {
            while (await peer.ReadRequestAsync() is { } request)
            {
                Requests.Enqueue(request);
                await _answer(peer, Interlocked.Increment(ref _requests) - 1);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The client has gone, which is what most of the tests are about.
        }
    }
}
