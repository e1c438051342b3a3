using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace OpenRouter.Runtime.Http.Clocks;

/// <summary>Connects sockets for the handler that is ours, within a time.</summary>
/// <param name="limit">The most time for resolving the name and connecting.</param>
/// <param name="time">The clock.</param>
internal sealed class ConnectClock(TimeSpan limit, TimeProvider time)
{
    /// <summary>Connects; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ConnectTimeoutException">The time ran out.</exception>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
        => ConnectAsync(context.DnsEndPoint, cancellationToken);

    /// <summary>Connects to an address by name.</summary>
    /// <exception cref="ConnectTimeoutException">The time ran out.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint address, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, both.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception exception)
        {
            socket.Dispose();
            if (exception is OperationCanceledException && clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new ConnectTimeoutException(string.Create(CultureInfo.InvariantCulture, $"No connection was made within {limit.TotalSeconds:0.###} seconds."), exception);
            }

            throw;
        }
    }
}
