using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

public sealed class SseParserTests
{
    private const int NoLimit = 1 << 20;

    [Fact]
    public void Parser_EventEndedByCarriageReturn_IsThereAtOnce()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: a\r\r");

        Assert.Equal(SseSignal.Event, parser.Read());
        Push(parser, "\ndata: b\r\n\r\n");
        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Equal("b", Encoding.UTF8.GetString(parser.Data));
    }

    [Theory]
    [InlineData("data: a\n\n", SseSignal.Event)]
    [InlineData("data: a\r\r", SseSignal.Event)]
    [InlineData("data: a\r\n\r", SseSignal.Event)]
    [InlineData("data: a\n\r", SseSignal.Event)]
    [InlineData(": c\n", SseSignal.Comment)]
    [InlineData(": c\r", SseSignal.Comment)]
    [InlineData(":\n", SseSignal.Comment)]
    [InlineData(":\r", SseSignal.Comment)]
    [InlineData("\uFEFF:\n", SseSignal.Comment)]
    public void Signal_IsThereWithTheByteThatCompletesIt(string body, SseSignal expected)
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, body[..^1]);
        Assert.Equal(SseSignal.NeedBytes, parser.Read());

        Push(parser, body[^1..]);
        Assert.Equal(expected, parser.Read());
        Assert.Equal(SseSignal.NeedBytes, parser.Read());
    }

    [Fact]
    public void Retry_IsThereWithTheEventBeforeIt_NotSooner()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: a\n\nretry: 5\n\n");

        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Null(parser.RetryDelay);
        Assert.Equal(SseSignal.NeedBytes, parser.Read());
        Assert.Equal(TimeSpan.FromMilliseconds(5), parser.RetryDelay);
    }

    [Fact]
    public void LastEventId_ChangesWithTheEvent_NotWithTheLine()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "id: 1\ndata: a\n\nid: 2\n: c\ndata: b\n\n");

        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Equal("1", parser.LastEventId);
        Assert.Equal(SseSignal.Comment, parser.Read());
        Assert.Equal("1", parser.LastEventId);
        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Equal("2", parser.LastEventId);
    }

    [Fact]
    public void SameTypeAgain_IsTheSameString()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "event: delta\ndata: a\n\nevent: delta\ndata: b\n\n");
        parser.Read();
        var first = parser.EventType;
        parser.Read();

        Assert.Same(first, parser.EventType);
    }

    [Fact]
    public void Parser_UnterminatedId_DoesNotCount()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "id: 1\ndata: a\n\nid: 2\n");
        parser.Complete();

        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Equal(SseSignal.End, parser.Read());
        Assert.Equal("1", parser.LastEventId);
    }

    [Fact]
    public void Parser_AfterTheEnd_StaysAtTheEnd()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: a");
        parser.Complete();

        Assert.Equal(SseSignal.UnterminatedEvent, parser.Read());
        Assert.Equal("a", Encoding.UTF8.GetString(parser.Data));
        Assert.Equal(SseSignal.End, parser.Read());
        Assert.Equal(SseSignal.End, parser.Read());
        Assert.True(parser.Data.IsEmpty);
    }

    [Fact]
    public void Data_AfterTheNextRead_IsEmpty()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: a\n\n");
        Assert.Equal(SseSignal.Event, parser.Read());

        Assert.Equal(SseSignal.NeedBytes, parser.Read());
        Assert.True(parser.Data.IsEmpty);
    }

    [Fact]
    public void Data_WhileAnEventIsIncomplete_IsEmpty()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: a\n");

        Assert.Equal(SseSignal.NeedBytes, parser.Read());
        Assert.True(parser.Data.IsEmpty);
    }

    [Fact]
    public void Comment_AfterTheNextRead_IsEmpty()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, ":c\ndata: a\n\n");
        Assert.Equal(SseSignal.Comment, parser.Read());
        Assert.Equal("c", Encoding.UTF8.GetString(parser.Comment));

        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.True(parser.Comment.IsEmpty);
    }

    [Fact]
    public void Data_WhileMoreBytesArePushed_StaysUntilTheNextRead()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: abc\n\n");
        Assert.Equal(SseSignal.Event, parser.Read());

        Push(parser, "data: " + new string('x', 1000));

        Assert.Equal("abc", Encoding.UTF8.GetString(parser.Data));
    }

    [Fact]
    public void Parser_DisposedTwice_IsQuietAndRefusesAllUse()
    {
        var parser = new SseParser(NoLimit);
        Push(parser, "data: a\n\n");
        parser.Read();
        parser.Dispose();
        parser.Dispose();

        Assert.Throws<ObjectDisposedException>(() => parser.GetMemory());
        Assert.Throws<ObjectDisposedException>(() => parser.Advance(0));
        Assert.Throws<ObjectDisposedException>(() => parser.Read());
        Assert.True(parser.Data.IsEmpty);
        Assert.True(parser.Comment.IsEmpty);
    }

    [Fact]
    public void Advance_BeyondTheMemory_IsRefused()
    {
        using var parser = new SseParser(NoLimit);
        var room = parser.GetMemory().Length;

        Assert.Throws<ArgumentOutOfRangeException>(() => parser.Advance(room + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => parser.Advance(-1));
        parser.GetMemory().Span.Fill((byte)'\n');
        parser.Advance(room - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => parser.Advance(2));
        parser.Advance(1);
        Assert.Equal(room, parser.TotalBytes);
    }

    [Fact]
    public void GetMemory_IsNeverEmpty()
    {
        using var parser = new SseParser(NoLimit);
        for (var at = 0; at < 10_000; at++)
        {
            Assert.NotEqual(0, parser.GetMemory().Length);
            Push(parser, "data: a\n\n"[(at % 9)..((at % 9) + 1)]);
            parser.Read();
        }
    }

    private static void Push(SseParser parser, string text)
    {
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            parser.GetMemory().Span[0] = value;
            parser.Advance(1);
        }
    }
}
