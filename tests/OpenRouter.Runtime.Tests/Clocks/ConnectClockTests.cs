using System.Net;
using System.Net.Sockets;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>Connections that are not made: a listener whose queue is full lets them hang.</summary>
public sealed class ConnectClockTests : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _queue = [];
    private readonly ManualTime _time = new();

    public ConnectClockTests()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose()
    {
        _queue.ForEach(static socket => socket.Dispose());
        _listener.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connect_ThatTakesTooLong_NamesItsClock(bool isStreamed)
    {
        await FillAsync();
        using var transport = new ApiTransport(
            new OpenRouterClientOptions
            {
                ApiKey = Script.Key,
                BaseAddress = new Uri($"http://127.0.0.1:{Port}/api/v1"),
                TimeProvider = _time,
                Retries = RetryOptions.None,
                Timeouts = new CallTimeouts { Connect = TimeSpan.FromSeconds(10), Headers = null, UnstreamedHeaders = null },
            },
            Script.Address);
        Task calling = isStreamed ? transport.StreamChat<TestChunk>(Script.ChatRequest(), Token).CollectAsync(Token) : transport.SendAsync<Raw>(Script.ChatRequest(), Token);
        await _time.SeeTimerAsync(static wait => wait == TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        var thrown = await Assert.ThrowsAnyAsync<OpenRouterException>(() => calling);

        Assert.Equal((CallClock.Connect, true, isStreamed), (thrown.Clock, thrown.IsTransient, thrown is StreamInterruptedException));
        Assert.Contains("10 seconds", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("CallTimeouts.Connect", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_Cancelled_IsNoTimeout()
    {
        await FillAsync();
        using var source = new CancellationTokenSource();
        var connecting = new ConnectClock(TimeSpan.FromSeconds(10), _time).ConnectAsync(new DnsEndPoint("127.0.0.1", Port), source.Token).AsTask();
        await _time.SeeTimerAsync(static _ => true);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    [Fact]
    public async Task Connect_Refused_IsNoTimeout()
    {
        var port = Port;
        _listener.Dispose();

        await Assert.ThrowsAsync<SocketException>(async () => await new ConnectClock(TimeSpan.FromSeconds(10), _time).ConnectAsync(new DnsEndPoint("127.0.0.1", port), Token));
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task Connect_InTime_LeavesNoTimer()
    {
        await using var stream = await new ConnectClock(TimeSpan.FromSeconds(10), _time).ConnectAsync(new DnsEndPoint("127.0.0.1", Port), Token);

        Assert.True(stream.CanWrite);
        Assert.Equal(0, _time.Waiting);
    }

    /// <summary>Connects until the next connection would wait.</summary>
    private async Task FillAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a connection wait when the queue of a listener is full.");
        for (var count = 0; count < 8; count++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _queue.Add(socket);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
            limit.CancelAfter(TimeSpan.FromMilliseconds(300));
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port, limit.Token);
            }
            catch (OperationCanceledException) when (!Token.IsCancellationRequested)
            {
                return;
            }
        }

        Assert.Skip("This machine accepts connections beyond the queue of a listener.");
    }
}
