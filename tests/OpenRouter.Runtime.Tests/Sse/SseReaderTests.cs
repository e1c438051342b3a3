using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Sse;

public sealed class SseReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reader_BufferedEvent_CompletesSynchronously()
    {
        using var reader = new SseReader(Body("data: a\n\ndata: b\n\n"));
        await reader.ReadAsync(Token);

        var second = reader.ReadAsync(Token);

        Assert.True(second.IsCompleted);
        Assert.Equal(SseSignal.Event, await second);
    }

    [Fact]
    public async Task Reader_AfterTheEnd_StaysAtTheEndAndReadsNoMore()
    {
        using var body = new PieceStream([Wire.Bytes("data: a\n\n")]);
        using var reader = new SseReader(body);

        Assert.Equal(SseSignal.Event, await reader.ReadAsync(Token));
        Assert.Equal(SseSignal.End, await reader.ReadAsync(Token));
        Assert.Equal(2, body.Reads);
        Assert.Equal(SseSignal.End, await reader.ReadAsync(Token));
        Assert.Equal(2, body.Reads);
    }

    [Theory]
    [InlineData("LF", 1)]
    [InlineData("CR", 2)]
    [InlineData("CRLF", 1)]
    [InlineData("mixed", 3)]
    [InlineData("LF", 100_000)]
    [InlineData("CRLF", 100_000)]
    public async Task Vectors_FromAStreamOfPieces_GiveTheirEvents(string lineEnd, int size)
    {
        foreach (var vector in SseVector.All.Where(vector => vector.LineEnds.Contains(lineEnd)))
        {
            using var reader = new SseReader(new PieceStream(vector.Bytes(lineEnd).Chunk(size)));
            var found = (await CollectAsync(reader)).Select(static item => SseRun.Event(item.Type, item.Id, item.Data.Span));

            Assert.Equal(vector.Expected.Where(static line => line[0] is not (':' or '?') || line.StartsWith(":||", StringComparison.Ordinal)), found);
            Assert.Equal(vector.Expected.Any(static line => line[0] == '?'), reader.EndedInsideEvent);
            Assert.Equal(vector.Bytes(lineEnd).Length, reader.TotalBytes);
        }
    }

    [Fact]
    public async Task ReadEvents_GivesTypeDataIdAndRetryAsTheyStoodThen()
    {
        using var reader = new SseReader(Body("data: a\n\nevent: x\nid: 1\nretry: 5\ndata: b\ndata: c\n\ndata: d\n\nid\nretry: 6\ndata: e\n\n"));
        var events = await CollectAsync(reader);

        Assert.Equal(
            [("message", "a", "", null), ("x", "b\nc", "1", 5), ("message", "d", "1", 5), ("message", "e", "", (double?)6)],
            events.Select(static item => (item.Type, item.Text, item.Id, item.Retry?.TotalMilliseconds)));
        Assert.Equal(TimeSpan.FromMilliseconds(6), reader.RetryDelay);
    }

    [Fact]
    public async Task ReadEvents_DataStaysValid()
    {
        using var reader = new SseReader(Body(string.Concat(Enumerable.Range(100, 500).Select(static at => $"data: {at}\n\n"))));
        var events = await CollectAsync(reader);
        reader.Dispose();

        Assert.Equal(Enumerable.Range(100, 500).Select(static at => $"{at}"), events.Select(static item => item.Text));
    }

    [Fact]
    public async Task ReadEvents_LeftAndResumed_GoesOnBehindTheLastEvent()
    {
        using var reader = new SseReader(Body("data: a\n\ndata: b\n\ndata: c\n\n"));
        await foreach (var item in reader.ReadEventsAsync(Token))
        {
            Assert.Equal("a", item.Text);
            break;
        }

        Assert.Equal(["b", "c"], (await CollectAsync(reader)).Select(static item => item.Text));
    }

    [Fact]
    public async Task ReadEvents_OverTheLimit_Throws()
    {
        using var reader = new SseReader(Body("data: a\n\ndata: 1234567890\n\n"), new SseLimits { MaxLineBytes = 10 });
        var found = new List<string>();

        var refused = await Assert.ThrowsAsync<EventTooLargeException>(async () =>
        {
            await foreach (var item in reader.ReadEventsAsync(Token))
            {
                found.Add(item.Text);
            }
        });
        Assert.Equal(SseLimit.Line, refused.Limit);
        Assert.Equal(["a"], found);
    }

    [Fact]
    public async Task ReadEvents_Cancelled_ThrowsBetweenBufferedEvents()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var reader = new SseReader(Body("data: a\n\ndata: b\n\n"));
        var found = new List<string>();

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in reader.ReadEventsAsync(source.Token))
            {
                found.Add(item.Text);
                await source.CancelAsync();
            }
        });
        Assert.Equal(["a"], found);
    }

    [Fact]
    public async Task ReadEvents_CancelledWhileWaiting_Throws()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var body = new PieceStream([Wire.Bytes("data: a")], hangs: true);
        using var reader = new SseReader(body);
        await using var events = reader.ReadEventsAsync(CancellationToken.None).WithCancellation(source.Token).GetAsyncEnumerator();
        var next = events.MoveNextAsync();
        await body.Hanging.Task;
        await source.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.Equal(source.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task Read_LostConnection_GivesTheExceptionOfTheStream()
    {
        using var body = new PieceStream([Wire.Bytes("data: a\n\nda")], new IOException("lost"));
        using var reader = new SseReader(body);

        Assert.Equal(SseSignal.Event, await reader.ReadAsync(Token));
        Assert.Equal("lost", (await Assert.ThrowsAsync<IOException>(async () => await reader.ReadAsync(Token))).Message);
        Assert.Equal("lost", (await Assert.ThrowsAsync<IOException>(async () => await reader.ReadAsync(Token))).Message);
        Assert.False(reader.EndedInsideEvent);
    }

    [Fact]
    public async Task Read_EventEndedByCarriageReturn_DoesNotWaitForTheNextByte()
    {
        using var body = new PieceStream([Wire.Bytes("data: a\r\r")], hangs: true);
        using var reader = new SseReader(body);

        Assert.Equal(SseSignal.Event, await reader.ReadAsync(Token));
        Assert.Equal(1, body.Reads);
    }

    [Fact]
    public async Task Read_Comment_IsASignal()
    {
        using var reader = new SseReader(Body(": hello\n\ndata: a\n\n"));

        Assert.Equal(SseSignal.Comment, await reader.ReadAsync(Token));
        Assert.Equal(" hello", Encoding.UTF8.GetString(reader.Comment));
        Assert.Equal(SseSignal.Event, await reader.ReadAsync(Token));
        Assert.True(reader.Comment.IsEmpty);
    }

    [Fact]
    public async Task Read_AfterDisposal_IsRefused()
    {
        var reader = new SseReader(Body("data: a\n\ndata: b\n\n"));
        await reader.ReadAsync(Token);
        reader.Dispose();
        reader.Dispose();

        var refused = await Assert.ThrowsAsync<ObjectDisposedException>(async () => await reader.ReadAsync(Token));
        Assert.Contains(nameof(SseReader), refused.ObjectName, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => CollectAsync(reader));
        Assert.True(reader.Data.IsEmpty);
        Assert.True(reader.Comment.IsEmpty);
    }

    [Fact]
    public async Task Dispose_Once_GivesTheArrayBack()
    {
        byte[] array = [];
        var reader = new SseReader(Body("data: a\n\n"))
        {
            BytesReceived = (bytes, _) =>
            {
                array = MemoryMarshal.TryGetArray(bytes, out var room) ? room.Array! : [];
                return ValueTask.CompletedTask;
            },
        };
        await reader.ReadAsync(Token);
        reader.Dispose();

        Assert.True(reader.Data.IsEmpty);
        var rented = ArrayPool<byte>.Shared.Rent(array.Length);
        Assert.Same(array, rented);
        ArrayPool<byte>.Shared.Return(rented);
    }

    [Fact]
    public async Task Read_ThatHadToWait_ResumesOnAnyThread()
    {
        var context = new CountingContext();
        using var body = new SlowStream();
        using var reader = new SseReader(body);
        var events = reader.ReadEventsAsync(Token).GetAsyncEnumerator(Token);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        var next = events.MoveNextAsync();
        SynchronizationContext.SetSynchronizationContext(before);
        body.Arrive("data: a\n\n");

        Assert.True(await next);
        Assert.Equal(0, context.Posts);
        await events.DisposeAsync();
    }

    [Fact]
    public async Task Read_WhileAnotherWaits_IsRefusedAndLeavesItAlone()
    {
        using var body = new SlowStream();
        using var reader = new SseReader(body);
        var first = reader.ReadAsync(Token);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.ReadAsync(Token));
        Assert.Contains("Await it before reading on", refused.Message, StringComparison.Ordinal);
        body.Arrive("data: a\n\n");

        Assert.Equal(SseSignal.Event, await first);
        Assert.Equal("a", Encoding.UTF8.GetString(reader.Data));
    }

    [Fact]
    public async Task Dispose_WhileARead_Waits_KeepsItsBufferAndEndsIt()
    {
        using var body = new SlowStream();
        var reader = new SseReader(body);
        var read = reader.ReadAsync(Token);
        reader.Dispose();
        reader.Dispose();
        body.Arrive("data: a\n\n");

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await read);
        Assert.Equal(1, body.Reads);
        Assert.True(reader.Data.IsEmpty);
    }

    [Fact]
    public async Task Dispose_WhileARead_Waits_EndsItAlsoWhenMoreBytesAreNeeded()
    {
        using var body = new SlowStream();
        var reader = new SseReader(body);
        var read = reader.ReadAsync(Token);
        reader.Dispose();
        body.Arrive("data: a");

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await read);
        Assert.Equal(1, body.Reads);
    }

    [Fact]
    public async Task Dispose_WhileARead_Waits_HidesNoFailure()
    {
        using var body = new SlowStream();
        var reader = new SseReader(body);
        var read = reader.ReadAsync(Token);
        reader.Dispose();
        body.Fail(new IOException("lost"));

        await Assert.ThrowsAsync<IOException>(async () => await read);
    }

    [Fact]
    public async Task Read_AfterAFailedRead_IsAllowed()
    {
        using var body = new SlowStream();
        using var reader = new SseReader(body);
        var read = reader.ReadAsync(Token);
        body.Fail(new IOException("lost"));
        await Assert.ThrowsAsync<IOException>(async () => await read);

        var again = reader.ReadAsync(Token);
        body.Arrive("data: a\n\n");
        Assert.Equal(SseSignal.Event, await again);
    }

    [Fact]
    public async Task BytesReceived_SeesAllBytesBeforeTheirEvents()
    {
        var seen = new List<string>();
        using var reader = new SseReader(new PieceStream([Wire.Bytes("data: a\n\nda"), Wire.Bytes("ta: b\n\n")]))
        {
            BytesReceived = (bytes, _) =>
            {
                seen.Add(Encoding.UTF8.GetString(bytes.Span));
                return ValueTask.CompletedTask;
            },
        };

        Assert.Equal(SseSignal.Event, await reader.ReadAsync(Token));
        Assert.Equal("a", Encoding.UTF8.GetString(reader.Data));
        await CollectAsync(reader);
        Assert.Equal("data: a\n\ndata: b\n\n", string.Concat(seen));
    }

    [Fact]
    public void Reader_WithoutAStream_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new SseReader(null!));
        Assert.Throws<ArgumentNullException>(() => new SseReader(Stream.Null, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SseReader(Stream.Null, 0));
    }

    [Fact]
    public async Task Dispose_LeavesTheStreamToTheCaller()
    {
        using var body = new PieceStream([]);
        using (var reader = new SseReader(body))
        {
            await reader.ReadAsync(Token);
        }

        Assert.False(body.IsDisposed);
    }

    private static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<List<SseEvent>> CollectAsync(SseReader reader)
    {
        var events = new List<SseEvent>();
        await foreach (var item in reader.ReadEventsAsync(Token))
        {
            events.Add(item);
        }

        return events;
    }
}
