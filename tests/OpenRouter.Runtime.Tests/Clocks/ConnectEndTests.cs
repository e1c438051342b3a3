using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>What a connection is like, and why one was not made.</summary>
public sealed class ConnectEndTests : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ManualTime _time = new();

    public ConnectEndTests()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DnsEndPoint Address => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndPoint!).Port);

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Connection_Disposed_IsClosedForTheServiceToo()
    {
        var stream = await new ConnectClock(TimeSpan.FromSeconds(10), _time).ConnectAsync(Address, Token);
        using var peer = await _listener.AcceptAsync(Token);
        await stream.DisposeAsync();

        Assert.Equal(0, await peer.ReceiveAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Connection_SendsSmallPiecesAtOnce()
    {
        await using var stream = await new ConnectClock(TimeSpan.FromSeconds(10), _time).ConnectAsync(Address, Token);

        Assert.True(Assert.IsType<NetworkStream>(stream).Socket.NoDelay);
    }

    [Theory]
    [InlineData(10, "No connection was made within 10 seconds.")]
    [InlineData(2.5, "No connection was made within 2.5 seconds.")]
    public async Task Timeout_InAnyCulture_SaysHowLong(double seconds, string message)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var thrown = await Assert.ThrowsAsync<ConnectTimeoutException>(() => ConnectAsync(new RungTime(static () => { }), TimeSpan.FromSeconds(seconds), Token));

            Assert.Equal(message, thrown.Message);
            Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Timeout_AtTheMomentOfACancellation_IsACancellation()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectAsync(new RungTime(source.Cancel), TimeSpan.FromSeconds(10), source.Token));
    }

    private Task<Stream> ConnectAsync(TimeProvider time, TimeSpan limit, CancellationToken token) => new ConnectClock(limit, time).ConnectAsync(Address, token).AsTask();

    /// <summary>A clock that rings as soon as it is set.</summary>
    private sealed class RungTime(Action also) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            callback(state);
            also();
            return timer;
        }
    }
}
