using System.Net;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Http.Clocks;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Clocks;

/// <summary>The body of an answer as a stream: what its readers wait for, and what ends a wait.</summary>
public sealed class BinaryReadTests : IAsyncDisposable
{
    private readonly ManualTime _time = new();
    private readonly FedStream _body = new();
    private readonly ApiTransport _transport;

    public BinaryReadTests() => _transport = new Script((_, _) => Task.FromResult(Script.Response(HttpStatusCode.OK, _body, "audio/pcm")))
        .Transport(options => options.TimeProvider = _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _transport.Dispose();
        await _body.DisposeAsync();
    }

    [Fact]
    public async Task Content_SaysThatItCanOnlyBeReadOnward()
    {
        using var answer = await FetchAsync();

        Assert.Equal((true, false, false), (answer.Content.CanRead, answer.Content.CanSeek, answer.Content.CanWrite));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_WhoseTokenIsCancelled_StopsThisReadOnly(bool isArray)
    {
        using var answer = await FetchAsync();
        using var own = new CancellationTokenSource();
        var buffer = new byte[10];
        var reading = isArray ? answer.Content.ReadAsync(buffer, 0, 10, own.Token) : answer.Content.ReadAsync(buffer.AsMemory(), own.Token).AsTask();
        await _body.Starved();
        await own.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal((own.Token, null), (thrown.CancellationToken, answer.Clock));
        _body.Feed("abc");
        Assert.Equal(3, await answer.Content.ReadAsync(buffer, Token));
    }

    [Fact]
    public async Task Reader_WhoseTokenIsCancelledAlready_ReadsNothing()
    {
        using var answer = await FetchAsync();
        _body.Feed("abc");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await answer.Content.ReadExactlyAsync(new byte[3], new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_WhoTakesHoursBetweenReads_IsNoSilence(bool hasOwnToken)
    {
        using var answer = await FetchAsync();
        var token = hasOwnToken ? Token : CancellationToken.None;
        for (var count = 0; count < 3; count++)
        {
            var reading = answer.Content.ReadAsync(new byte[10], token).AsTask();
            await _body.Starved();
            _time.Advance(TimeSpan.FromSeconds(89));
            _body.Feed("abc");
            Assert.Equal(3, await reading);
            _time.Advance(TimeSpan.FromHours(10));
            Assert.Null(answer.Clock);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reader_KeptWaiting_IsEndedByTheIdleClock(bool hasOwnToken)
    {
        using var answer = await FetchAsync();
        using var own = new CancellationTokenSource();
        var reading = answer.Content.ReadAsync(new byte[10], hasOwnToken ? own.Token : CancellationToken.None).AsTask();
        await _body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(CallClock.Idle, answer.Clock);
        Assert.NotEqual(own.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Call_ThatIsCancelledDuringARead_IsNoCancellationByTheReader()
    {
        using var call = new CancellationTokenSource();
        using var own = new CancellationTokenSource();
        using var answer = await _transport.SendForBytesAsync(new ApiRequest(HttpMethod.Get, "sound"), call.Token);
        var reading = answer.Content.ReadAsync(new byte[10], own.Token).AsTask();
        await _body.Starved();
        await call.CancelAsync();

        Assert.NotEqual(own.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
        Assert.Null(answer.Clock);
    }

    [Fact]
    public async Task Reader_WhoGaveUpAfterTheClock_IsToldOfTheClock()
    {
        using var answer = await FetchAsync();
        using var own = new CancellationTokenSource();
        var reading = answer.Content.ReadAsync(new byte[10], own.Token).AsTask();
        await _body.Starved();
        _time.Advance(TimeSpan.FromSeconds(90));
        await own.CancelAsync();

        Assert.NotEqual(own.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task Body_Disposed_ClosesWhatItReadsFrom()
    {
        using var tokens = new CallerTokens(CancellationToken.None, CancellationToken.None);
        using var guard = new CallGuard(tokens, _time, new CallTimeouts(), isStreamed: false, TimeSpan.Zero);
        var inner = new PieceStream([]);
        await new ClockedStream(inner, guard).DisposeAsync();

        Assert.True(inner.IsDisposed);
    }

    private Task<BinaryResponse> FetchAsync() => _transport.SendForBytesAsync(new ApiRequest(HttpMethod.Get, "sound"), CancellationToken.None);
}
