using OpenRouter.Core;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class TextBatchTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly ManualTime _time = new();
    private readonly FedStream _body = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_IsHandedOut_WhenItsTimeIsOver()
    {
        await using var batches = Batches(token: Token).GetAsyncEnumerator(Token);
        var next = batches.MoveNextAsync().AsTask();
        _body.Feed(Wire.Text("a"));
        await _time.SeeTimerAsync(static wait => wait == Interval);
        _body.Feed(Wire.Text("b") + Wire.Text("c"));
        await _body.Starved();
        Assert.False(next.IsCompleted);
        _time.Advance(Interval);

        Assert.True(await next);
        Assert.Equal("abc", batches.Current);
    }

    [Fact]
    public async Task Batch_TimeBeginsWithItsFirstPiece()
    {
        await using var batches = Batches(token: Token).GetAsyncEnumerator(Token);
        var next = batches.MoveNextAsync().AsTask();
        await _body.Starved();
        _time.Advance(TimeSpan.FromSeconds(10));
        _body.Feed(Wire.Text("a"));
        await _time.SeeTimerAsync(static wait => wait == Interval);
        Assert.False(next.IsCompleted);
        _time.Advance(Interval);

        Assert.True(await next);
        Assert.Equal("a", batches.Current);
    }

    [Fact]
    public async Task Batch_ThatIsFull_IsHandedOutAtOnce()
    {
        await using var batches = Batches(3, Token).GetAsyncEnumerator(Token);
        _body.Feed(Wire.Text("ab") + Wire.Text("cd") + Wire.Text("e"));
        Assert.True(await batches.MoveNextAsync());

        Assert.Equal("abcd", batches.Current);
        Assert.Equal(TimeSpan.Zero, TimeSpan.FromTicks(_time.GetTimestamp()));
    }

    [Fact]
    public async Task Tail_OfACompleteAnswer_IsHandedOut()
    {
        _body.Feed(Wire.Text("a") + Wire.Text("b") + Wire.Finish(text: "c"));
        _body.End();

        Assert.Equal(["abc"], await ReadAsync());
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("error")]
    [InlineData("cancelled")]
    public async Task Tail_OfAnyOtherEnd_ComesBeforeTheException(string end)
    {
        using var source = new CancellationTokenSource();
        await using var batches = Batches(token: source.Token).GetAsyncEnumerator(Token);
        var next = batches.MoveNextAsync().AsTask();
        _body.Feed(Wire.Text("a") + Wire.Text("b"));
        await _body.Starved();
        switch (end)
        {
            case "broken":
                _body.End();
                break;
            case "error":
                _body.Feed(Wire.Event("""{"error":{"code":502,"message":"m"}}"""));
                break;
            default:
                await source.CancelAsync();
                break;
        }

        Assert.True(await next);
        Assert.Equal("ab", batches.Current);
        var thrown = await Record.ExceptionAsync(async () => await batches.MoveNextAsync());
        Assert.IsType(end switch { "broken" => typeof(StreamInterruptedException), "error" => typeof(OpenRouterException), _ => typeof(OperationCanceledException) }, thrown);
    }

    [Fact]
    public async Task Batches_LeftEarly_AbortTheRequest()
    {
        var body = new PieceStream([Wire.Bytes(Wire.Text("a"))], hangs: true);
        await foreach (var batch in Script.Streams(body).Chat(options => options.TimeProvider = _time).BatchAsync(Interval, maxChars: 1, Token))
        {
            Assert.Equal("a", batch);
            break;
        }

        Assert.True(body.IsDisposed);
        Assert.Equal(0, _time.Waiting);
    }

    [Fact]
    public async Task Batches_Joined_AreTheText()
    {
        var pieces = Enumerable.Range(0, 500).Select(static number => Wire.Text($"{number} ")).ToList();
        _body.Feed(string.Concat(pieces) + Wire.Finish());
        _body.End();

        var batches = await ReadAsync(maxChars: 100);

        Assert.Equal(string.Concat(Enumerable.Range(0, 500).Select(static number => $"{number} ")), string.Concat(batches));
        Assert.All(batches, static batch => Assert.InRange(batch.Length, 1, 104));
    }

    [Fact]
    public async Task Batches_NoText_AreNone()
    {
        _body.Feed(Wire.Choice("""{"reasoning":"Hm"}""") + Wire.Finish());
        _body.End();

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Arguments_OutOfRange_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Script.Streams(Wire.Done).Chat().BatchAsync(TimeSpan.Zero, cancellationToken: Token).GetAsyncEnumerator(Token).MoveNextAsync());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Script.Streams(Wire.Done).Chat().BatchAsync(Interval, 0, Token).GetAsyncEnumerator(Token).MoveNextAsync());
    }

    private IAsyncEnumerable<string> Batches(int maxChars = 1000, CancellationToken token = default)
        => Script.Streams(_body).Transport(options => options.TimeProvider = _time).StreamChat<TestChunk>(Script.ChatRequest(), token).BatchAsync(Interval, maxChars, Token);

    private async Task<List<string>> ReadAsync(int maxChars = 1000)
    {
        var read = new List<string>();
        await foreach (var batch in Batches(maxChars, Token))
        {
            read.Add(batch);
        }

        return read;
    }
}
