using System.Net;
using System.Net.Sockets;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Retries;

/// <summary>Calls that are made where one thread does everything, as in a window: they never need that thread to go on.</summary>
public sealed class CallerContextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_ThatWaitsForTheService_NeverComesBackToTheContext(bool isRetried)
    {
        using var handler = new LateHandler();
        using var transport = new ApiTransport(
            new OpenRouterClientOptions { ApiKey = Script.Key, Handler = handler, TimeProvider = new SkippingTime(), Timeouts = new CallTimeouts { Headers = null, UnstreamedHeaders = null, Idle = null }, Retries = isRetried ? new RetryOptions() : RetryOptions.None },
            Script.Address);

        Assert.Equal(0, await PostsAsync(() => transport.SendAsync<Raw>(Script.ChatRequest(), Token)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_ThatWaitsForBytes_NeverComesBackToTheContext(bool hasOwnToken)
    {
        using var tokens = new CallerTokens(CancellationToken.None, CancellationToken.None);
        using var guard = new CallGuard(tokens, new ManualTime(), new CallTimeouts(), isStreamed: false, TimeSpan.Zero);
        await using var body = new ClockedStream(new LateStream(), guard);

        Assert.Equal(0, await PostsAsync(() => body.ReadAsync(new byte[1], hasOwnToken ? Token : CancellationToken.None).AsTask()));
    }

    [Fact]
    public async Task Connection_ThatWaits_NeverComesBackToTheContext()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var address = new DnsEndPoint("localhost", ((IPEndPoint)listener.LocalEndPoint!).Port);

        Assert.Equal(0, await PostsAsync(() => new ConnectClock(TimeSpan.FromSeconds(10), new ManualTime()).ConnectAsync(address, Token).AsTask()));
    }

    /// <summary>How often a call wanted to go on in the context that it was made in.</summary>
    private static async Task<int> PostsAsync(Func<Task> call)
    {
        var context = new CountingContext();
        var before = SynchronizationContext.Current;
        Task running;
        try
        {
            SynchronizationContext.SetSynchronizationContext(context);
            running = call();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        await running;
        return context.Posts;
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }

    private sealed class LateHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.Run(static () => Script.Response(HttpStatusCode.OK, new MemoryStream("""{"id":"gen-1","choices":[]}"""u8.ToArray()), "application/json"), cancellationToken);
    }

    private sealed class LateStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(Task.Run(static () => 0, cancellationToken));
    }
}
