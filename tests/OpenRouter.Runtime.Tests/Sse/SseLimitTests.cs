using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

public sealed class SseLimitTests
{
    [Theory]
    [InlineData("data: 12345\n\n", 12)]
    [InlineData("data: 123\nevent: ab\n\n", 20)]
    [InlineData("data:1\ndata:2\ndata:3\n\n", 21)]
    [InlineData("id: 123456\ndata: a\n\n", 19)]
    public void Event_AtTheLimit_IsReadAndOneLessIsRefusedInEverySplit(string text, int size)
    {
        var body = Encoding.UTF8.GetBytes(text);
        for (var at = 0; at <= body.Length; at++)
        {
            Assert.Single(SseRun.Parse(size, body.AsMemory(0, at), body.AsMemory(at)));
            var refused = Assert.Throws<EventTooLargeException>(() => SseRun.Parse(size - 1, body.AsMemory(0, at), body.AsMemory(at)));
            Assert.Equal(size - 1, refused.LimitBytes);
        }
    }

    [Fact]
    public void Limit_CountsEachEventForItself()
        => Assert.Equal(3, SseRun.Parse(9, "data: ab\n\ndata: cd\n\ndata: ef\n\n"u8.ToArray()).Count);

    [Fact]
    public void Limit_BlockWithoutData_StartsAnew()
        => Assert.Single(SseRun.Parse(9, "event: x\n\ndata: ab\n\n"u8.ToArray()));

    [Fact]
    public void Comments_DoNotCount()
        => Assert.Equal(2, SseRun.Parse(9, Encoding.UTF8.GetBytes(":" + new string('c', 100_000) + "\ndata: ab\n\n")).Count);

    [Fact]
    public void UnknownFields_DoNotCount()
        => Assert.Single(SseRun.Parse(9, Encoding.UTF8.GetBytes(new string('u', 100_000) + "\ndata: ab\n\n")));

    [Fact]
    public void EndlessLine_IsRefusedWhileReading()
    {
        using var parser = new SseParser(1000);
        var taken = 0;

        "data:"u8.CopyTo(parser.GetMemory().Span);
        parser.Advance(5);
        var refused = Record.Exception(() =>
        {
            while (taken < 100_000)
            {
                var room = parser.GetMemory();
                room.Span.Fill((byte)'x');
                parser.Advance(room.Length);
                taken += room.Length;
                parser.Read();
            }
        });
        Assert.IsType<EventTooLargeException>(refused);
        Assert.InRange(taken, 900, 8192);
    }

    [Fact]
    public void EndlessComment_TakesNoMemory()
    {
        using var parser = new SseParser(1000);
        parser.GetMemory().Span[0] = (byte)':';
        parser.Advance(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100_000; round++)
        {
            var room = parser.GetMemory();
            room.Span.Fill((byte)'x');
            parser.Advance(room.Length);
            parser.Read();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void BufferedEvents_AllocateNothing()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("event: delta\ndata: {\"text\":\"hello\"}\n\n", 2000)));
        using var parser = new SseParser(1000);
        var found = Feed(parser, body.AsSpan(0, 4000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        found += Feed(parser, body.AsSpan(4000));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2000, found);
    }

    [Fact]
    public async Task Reader_BufferedEvent_CompletesSynchronously()
    {
        using var reader = new SseReader(new MemoryStream("data: a\n\ndata: b\n\n"u8.ToArray()));
        await reader.ReadAsync(TestContext.Current.CancellationToken);

        var second = reader.ReadAsync(TestContext.Current.CancellationToken);

        Assert.True(second.IsCompleted);
        Assert.Equal(SseSignal.Event, await second);
    }

    [Fact]
    public async Task Reader_AfterTheEnd_StaysAtTheEnd()
    {
        using var reader = new SseReader(new MemoryStream("data: a\n\n"u8.ToArray()));
        var token = TestContext.Current.CancellationToken;

        Assert.Equal(SseSignal.Event, await reader.ReadAsync(token));
        Assert.Equal(SseSignal.End, await reader.ReadAsync(token));
        Assert.Equal(SseSignal.End, await reader.ReadAsync(token));
    }

    private static int Feed(SseParser parser, ReadOnlySpan<byte> body)
    {
        var found = 0;
        while (!body.IsEmpty)
        {
            var room = parser.GetMemory().Span;
            var count = Math.Min(room.Length, body.Length);
            body[..count].CopyTo(room);
            parser.Advance(count);
            body = body[count..];
            while (parser.Read() == SseSignal.Event)
            {
                found++;
            }
        }

        return found;
    }
}
