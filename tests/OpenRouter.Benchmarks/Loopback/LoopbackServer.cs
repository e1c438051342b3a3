using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OpenRouter.Benchmarks.Paced;

namespace OpenRouter.Benchmarks.Loopback;

/// <summary>
/// Serves bodies to this machine alone, chunked as the service sends them: <c>/text/1000/…</c> as fast as the socket takes
/// them, <c>/paced/300/…</c> a chunk each ten milliseconds. It ends when the process that started it does.
/// </summary>
internal sealed class LoopbackServer
{
    private const int MostConnections = 512;
    private const int MostChunks = 1_000_000;
    private readonly ChunkedBodies _bodies = new();
    private readonly Pacer _pacer = new();

    public static async Task<int> RunAsync(string port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        listener.Listen(MostConnections);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));

        using var ended = new CancellationTokenSource();
        var server = new LoopbackServer();
        var accepting = server.AcceptAsync(listener, ended.Token);
        while (await Console.In.ReadLineAsync() is not null)
        {
        }

        await ended.CancelAsync();
        await accepting;
        return 0;
    }

    private async Task AcceptAsync(Socket listener, CancellationToken ended)
    {
        using var free = new SemaphoreSlim(MostConnections);
        try
        {
            while (true)
            {
                await free.WaitAsync(ended);
                var connection = await listener.AcceptAsync(ended);
                _ = ServeAsync(connection, free, ended);
            }
        }
        catch (OperationCanceledException)
        {
            // The parent has ended.
        }
    }

    private async Task ServeAsync(Socket connection, SemaphoreSlim free, CancellationToken ended)
    {
        try
        {
            using (connection)
            {
                connection.NoDelay = true;
                connection.SendTimeout = 10_000;
                var requests = new RequestReader(connection);
                while (await requests.NextPathAsync(ended) is { } path)
                {
                    await AnswerAsync(connection, path.Split('/'), ended);
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A reader that left early: its stream is nobody's any more.
        }
        finally
        {
            if (!ended.IsCancellationRequested)
            {
                free.Release();
            }
        }
    }

    private async Task AnswerAsync(Socket connection, string[] path, CancellationToken ended)
    {
        var chunks = Math.Min(MostChunks, int.Parse(path[2], CultureInfo.InvariantCulture));
        if (path[1] == "paced")
        {
            await _pacer.SendAsync(connection, chunks);
            return;
        }

        var bytes = _bodies.Of(path[1], chunks);
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await connection.SendAsync(bytes.AsMemory(sent, Math.Min(64 * 1024, bytes.Length - sent)), ended);
        }
    }
}
