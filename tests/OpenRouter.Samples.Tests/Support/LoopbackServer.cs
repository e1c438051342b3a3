using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>A server on this machine that takes one request, or as many as it has answers, and does what the test says, byte by byte.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _requests = [];
    private readonly IReadOnlyList<Func<LoopbackPeer, Task>> _answers;
    private readonly CancellationToken _token;

    private LoopbackServer(IReadOnlyList<Func<LoopbackPeer, Task>> answers, CancellationToken token)
    {
        _answers = answers;
        _token = token;
        _listener.Start();
        BaseUrl = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api/v1";
        Served = ServeAsync();
    }

    public string BaseUrl { get; }

    /// <summary>The last request: head and body.</summary>
    public string Request => _requests[^1];

    /// <summary>All requests in their order.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Completes when all answers were given as the test says; fails when that failed.</summary>
    public Task Served { get; }

    public static LoopbackServer Start(Func<LoopbackPeer, Task> answer, CancellationToken token) => new([answer], token);

    /// <summary>Each request has a connection of its own.</summary>
    public static LoopbackServer Start(IReadOnlyList<Func<LoopbackPeer, Task>> answers, CancellationToken token) => new(answers, token);

    /// <summary>An address where nobody listens.</summary>
    public static string DeadUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/api/v1";
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        foreach (var answer in _answers)
        {
            using var client = await _listener.AcceptTcpClientAsync(_token);
            client.NoDelay = true;
            _requests.Add(await ReadRequestAsync(client.GetStream()));
            await answer(new LoopbackPeer(client, _token));
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (!IsWhole(Encoding.UTF8.GetString([.. bytes])))
        {
            var count = await stream.ReadAsync(buffer, _token);
            Assert.True(count > 0, "The client left before its request was whole.");
            bytes.AddRange(buffer.AsSpan(0, count));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = request[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return Encoding.UTF8.GetByteCount(request[(end + 4)..]) >= (length is null ? 0 : int.Parse(length.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture));
    }
}
