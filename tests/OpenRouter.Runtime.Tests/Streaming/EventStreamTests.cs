using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

public sealed class EventStreamTests
{
    private const string Delta = "data: {\"type\":\"delta\"}\n\n";
    private const string Completed = "data: {\"type\":\"completed\"}\n\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Delta + Completed + "data: [DONE]\n\n", 2)]
    [InlineData(Delta + Completed, 2)]
    [InlineData(Delta + Completed + Delta, 3)]
    [InlineData(Delta + "data: [DONE]\n\n", 1)]
    [InlineData("event: delta\n" + Delta + "event: completed\ndata: {\"type\":\"completed\"}", 2)]
    public async Task Stream_Completed_GivesItsEvents(string body, int count)
    {
        await using var stream = Stream(body);

        Assert.Equal(count, (await ReadAsync(stream)).Count);
        Assert.Equal(AnswerOutcome.Completed, stream.Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Delta)]
    [InlineData(Delta + "data: {\"type\":")]
    [InlineData(": only\n\n")]
    public async Task Stream_Cut_IsInterrupted(string body)
    {
        await using var stream = Stream(body);

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => ReadAsync(stream));

        Assert.Equal("gen-5", thrown.GenerationId);
        Assert.Equal(AnswerOutcome.Interrupted, stream.Outcome);
    }

    [Theory]
    [InlineData("data: {\"type\":\"failed\",\"error\":{\"code\":\"server_error\",\"message\":\"m\"}}\n\n")]
    [InlineData("data: {\"error\":{\"code\":\"server_error\",\"message\":\"m\"}}\n\n")]
    [InlineData("event: error\ndata: {\"type\":\"x\",\"error\":{\"code\":\"server_error\",\"message\":\"m\"}}\n\n")]
    [InlineData("event: error\ndata: {\"type\":\"x\",\"code\":\"server_error\",\"message\":\"m\"}\n\n")]
    public async Task Stream_Failed_Throws(string body)
    {
        await using var stream = Stream(Delta + body + "data: [DONE]\n\n");

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => ReadAsync(stream));

        Assert.Equal("server_error", thrown.Code);
        Assert.Equal(AnswerOutcome.Failed, stream.Outcome);
    }

    [Fact]
    public async Task Stream_ConnectionLostAfterCompleted_IsComplete()
    {
        await using var stream = Stream(new PieceStream([Wire.Bytes(Delta + Completed)], new IOException("lost")));

        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Stream_Unreadable_Fails()
    {
        await using var stream = Stream(Delta + "data: garbage\n\n" + Completed);

        Assert.Contains("garbage", (await Assert.ThrowsAsync<OpenRouterException>(() => ReadAsync(stream))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Break_Early_AbortsTheBody()
    {
        var body = new PieceStream([Wire.Bytes(Delta)], hangs: true);
        var stream = Stream(body);
        await foreach (var item in stream.WithCancellation(Token))
        {
            Assert.Equal("delta", item.Type);
            break;
        }

        Assert.True(body.IsDisposed);
        Assert.Equal(AnswerOutcome.Cancelled, stream.Outcome);
        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator(Token));
    }

    [Fact]
    public async Task Cancel_HasTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var body = new PieceStream([Wire.Bytes(Delta)], hangs: true);
        var reading = ReadAsync(Script.Streams(body).Transport().StreamEvents<EventItem>(new ApiRequest(HttpMethod.Post, "responses"), source.Token));
        await body.Hanging.Task;
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading)).CancellationToken);
    }

    [Fact]
    public async Task Comments_AreReported()
    {
        await using var stream = Stream(": a\n\n" + Completed);
        var count = 0;
        stream.OnKeepAlive = _ => count++;
        await ReadAsync(stream);

        Assert.Equal(1, count);
    }

    private static EventStream<EventItem> Stream(string body) => Stream(new MemoryStream(Wire.Bytes(body)));

    private static EventStream<EventItem> Stream(Stream body)
        => Script.Streams(body, ("X-Generation-Id", "gen-5")).Transport().StreamEvents<EventItem>(new ApiRequest(HttpMethod.Post, "responses"), CancellationToken.None);

    private static async Task<List<EventItem>> ReadAsync(EventStream<EventItem> stream)
    {
        var items = new List<EventItem>();
        await foreach (var item in stream.WithCancellation(CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }
}
