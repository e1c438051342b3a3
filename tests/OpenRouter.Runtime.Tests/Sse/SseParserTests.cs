using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

public sealed class SseParserTests
{
    private const int NoLimit = 1 << 20;

    [Theory]
    [MemberData(nameof(SseVector.Runs), MemberType = typeof(SseVector))]
    public void Vector_Whole_GivesTheExpected(int index, string lineEnd)
    {
        var (vector, body) = Get(index, lineEnd);

        Assert.Equal(vector.Expected, SseRun.Parse(NoLimit, body));
    }

    [Theory]
    [MemberData(nameof(SseVector.Runs), MemberType = typeof(SseVector))]
    public void Vector_ByteByByte_GivesTheExpected(int index, string lineEnd)
    {
        var (vector, body) = Get(index, lineEnd);

        Assert.Equal(vector.Expected, SseRun.Parse(NoLimit, SseRun.Bytewise(body)));
    }

    [Theory]
    [MemberData(nameof(SseVector.Runs), MemberType = typeof(SseVector))]
    public void Vector_EachSplit_GivesTheExpected(int index, string lineEnd)
    {
        var (vector, body) = Get(index, lineEnd);

        for (var at = 0; at <= body.Length; at++)
        {
            Assert.Equal(vector.Expected, SseRun.Parse(NoLimit, body.AsMemory(0, at), body.AsMemory(at)));
        }
    }

    [Fact]
    public void Parser_MixedLineEnds_ReadsThemAll()
        => Assert.Equal(["message||a\nb\nc", "message||d"], SseRun.Parse("data: a\rdata: b\r\ndata: c\n\r\n\rdata: d\r\n\n"));

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

    [Fact]
    public void Parser_InvalidUtf8InData_HandsOnTheBytes()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, [.. "data: "u8, 0xFF, 0xC3, .. "\n\n"u8]);

        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Equal([0xFF, 0xC3], parser.Data.ToArray());
    }

    [Fact]
    public void Parser_InvalidUtf8InType_IsReplaced()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, [.. "event: "u8, 0xFF, .. "\ndata: a\n\n"u8]);

        Assert.Equal(SseSignal.Event, parser.Read());
        Assert.Equal("\uFFFD", parser.EventType);
    }

    [Theory]
    [InlineData("retry: 1500\n\n", 1500)]
    [InlineData("retry:0\n\n", 0)]
    [InlineData("retry: 007\n\n", 7)]
    [InlineData("retry: -1\n\n", null)]
    [InlineData("retry: 1.5\n\n", null)]
    [InlineData("retry: +5\n\n", null)]
    [InlineData("retry:\n\n", null)]
    [InlineData("retry\n\n", null)]
    [InlineData("retry: 99999999999999999999\n\n", null)]
    [InlineData("retry:  5\n\n", null)]
    public void Parser_Retry_CountsWithDigitsOnly(string body, int? expected)
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, body);
        parser.Read();

        Assert.Equal(expected, (int?)parser.RetryDelay?.TotalMilliseconds);
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
    public void Data_AfterTheNextRead_IsEmpty()
    {
        using var parser = new SseParser(NoLimit);
        Push(parser, "data: a\n\n");
        Assert.Equal(SseSignal.Event, parser.Read());

        Assert.Equal(SseSignal.NeedBytes, parser.Read());
        Assert.True(parser.Data.IsEmpty);
    }

    [Fact]
    public void Parser_DisposedTwice_IsQuiet()
    {
        var parser = new SseParser(NoLimit);
        parser.Dispose();
        parser.Dispose();

        Assert.Throws<ObjectDisposedException>(() => parser.GetMemory());
    }

    private static (SseVector Vector, byte[] Body) Get(int index, string lineEnd)
    {
        var vector = SseVector.All[index];
        return (vector, Encoding.UTF8.GetBytes(vector.Body.Replace("\n", SseVector.LineEnd(lineEnd), StringComparison.Ordinal)));
    }

    private static void Push(SseParser parser, string text) => Push(parser, Encoding.UTF8.GetBytes(text));

    private static void Push(SseParser parser, byte[] bytes)
    {
        foreach (var value in bytes)
        {
            parser.GetMemory().Span[0] = value;
            parser.Advance(1);
        }
    }
}
