using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>What counts for which limit, to the byte and in every split.</summary>
public sealed class SseLimitTests
{
    [Theory]
    [InlineData("data: 12345\n\n", 12)]
    [InlineData("data: 123\nevent: ab\n\n", 20)]
    [InlineData("data:1\ndata:2\ndata:3\n\n", 21)]
    [InlineData("id: 123456\ndata: a\n\n", 19)]
    [InlineData("retry: 100\ndata: a\n\n", 19)]
    [InlineData("retry: junk\ndata: a\n\n", 20)]
    [InlineData("id: a\0b\ndata: a\n\n", 16)]
    [InlineData("event: x\nevent: y\ndata: a\n\n", 26)]
    [InlineData("data\ndata\ndata\n\n", 15)]
    [InlineData("data:\ndata:\n\n", 12)]
    [InlineData("\uFEFFdata: 12345\n\n", 12)]
    [InlineData("\n\ndata: 12345\n\n", 12)]
    [InlineData("data: 12345\n:comment that does not count\n\n", 12)]
    [InlineData("data: 12345\nunknown: does not count either\n\n", 12)]
    [InlineData("data: 12345\ndata is unknown here\n\n", 12)]
    [InlineData("data: 12345\n", 12)]
    [InlineData("data: 12345", 11)]
    [InlineData("data: a\ndata: 12345", 19)]
    [InlineData("data: a\n\nevent: long name\n\n", 17)]
    public void Event_AtTheLimit_IsReadAndOneLessIsRefusedInEverySplit(string text, int size)
    {
        foreach (var end in LineEnds.Names)
        {
            var body = Encoding.UTF8.GetBytes(LineEnds.Apply(text, end));
            var expected = SseRun.Parse(SseRun.NoLimits, body);
            VectorSplits.Run(body, pieces =>
            {
                Assert.Equal(expected, SseRun.Parse(new SseLimits { MaxEventBytes = size }, pieces));
                var refused = Assert.Throws<EventTooLargeException>(() => SseRun.Parse(new SseLimits { MaxEventBytes = size - 1 }, pieces));
                Assert.Equal((SseLimit.Event, size - 1), (refused.Limit, refused.LimitBytes));
            });
        }
    }

    [Theory]
    [InlineData("data: 12345\n\n", 11)]
    [InlineData("data: 12345", 11)]
    [InlineData("data:12345\n", 10)]
    [InlineData("data: a\ndata: 123456\ndata: b\n\n", 12)]
    [InlineData("event: 123456\ndata: a\n\n", 13)]
    [InlineData("id: 123456\ndata: a\n\n", 10)]
    [InlineData("retry: 123456\ndata: a\n\n", 13)]
    [InlineData("data\n\n", 4)]
    [InlineData("event\n\n", 5)]
    [InlineData("id\n\n", 2)]
    [InlineData(":comment that does not count\ndata: 12345\n\n", 11)]
    [InlineData("unknown: does not count\ndatabase: nor this\ndata: 12345\n\n", 11)]
    public void Line_AtTheLimit_IsReadAndOneLessIsRefusedInEverySplit(string text, int size)
    {
        foreach (var end in LineEnds.Names)
        {
            var body = Encoding.UTF8.GetBytes(LineEnds.Apply(text, end));
            var expected = SseRun.Parse(SseRun.NoLimits, body);
            VectorSplits.Run(body, pieces =>
            {
                Assert.Equal(expected, SseRun.Parse(new SseLimits { MaxLineBytes = size }, pieces));
                var refused = Assert.Throws<EventTooLargeException>(() => SseRun.Parse(new SseLimits { MaxLineBytes = size - 1 }, pieces));
                Assert.Equal((SseLimit.Line, size - 1), (refused.Limit, refused.LimitBytes));
            });
        }
    }

    [Theory]
    [InlineData("data: a\n\n", 1)]
    [InlineData(":c\n\ndata: a\n\n", 2)]
    [InlineData("\uFEFFdata: a\n\n\n\n\n", 1)]
    [InlineData("data: a\n\nunknown: b\n", 1)]
    [InlineData("data: a\n\ndata: b", 2)]
    public void Body_AtTheLimit_IsReadAndOneLessIsRefusedInEverySplit(string text, int signals)
    {
        var body = Encoding.UTF8.GetBytes(text);
        VectorSplits.Run(body, pieces =>
        {
            Assert.Equal(signals, SseRun.Parse(new SseLimits { MaxTotalBytes = body.Length }, pieces).Count);
            var refused = Assert.Throws<SseLimitException>(() => SseRun.Parse(new SseLimits { MaxTotalBytes = body.Length - 1 }, pieces));
            Assert.Equal((SseLimit.Total, body.Length - 1L), (refused.Limit, refused.LimitBytes));
        });
    }

    [Fact]
    public void BodyLimit_DeliversWhatCameBeforeIt_InEverySplit()
    {
        var body = "data: a\n\ndata: b\n\ndata: c\n\n"u8.ToArray();
        for (var max = 0; max < body.Length; max++)
        {
            VectorSplits.Run(body, pieces =>
            {
                using var parser = new SseParser(new SseLimits { MaxTotalBytes = max });
                var found = new List<string>();
                Assert.Throws<SseLimitException>(() => Array.ForEach(pieces, piece => SseRun.Push(parser, piece, found)));
                Assert.Equal(max / 9, found.Count);
                Assert.Equal(max, parser.TotalBytes);
            });
        }
    }

    [Theory]
    [InlineData(5, 20, SseLimit.Line)]
    [InlineData(20, 5, SseLimit.Event)]
    [InlineData(20, 20, SseLimit.Event)]
    [InlineData(19, 20, SseLimit.Line)]
    [InlineData(20, 19, SseLimit.Event)]
    public void LimitThatIsPassedFirst_IsNamedInEverySplit(int line, int whole, SseLimit expected)
    {
        var limits = new SseLimits { MaxLineBytes = line, MaxEventBytes = whole };
        VectorSplits.Run(Encoding.UTF8.GetBytes("data: " + new string('x', 30) + "\n\n"), pieces => Assert.Equal(expected, Assert.Throws<EventTooLargeException>(() => SseRun.Parse(limits, pieces)).Limit));
    }

    [Theory]
    [InlineData(10, 20, SseLimit.Event)]
    [InlineData(9, 20, SseLimit.Line)]
    public void SecondLine_PassesTheLimitThatIsNearer(int line, int whole, SseLimit expected)
    {
        var limits = new SseLimits { MaxLineBytes = line, MaxEventBytes = whole };
        VectorSplits.Run("data: abc\ndata: abcdef\n\n"u8.ToArray(), pieces => Assert.Equal(expected, Assert.Throws<EventTooLargeException>(() => SseRun.Parse(limits, pieces)).Limit));
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

    [Theory]
    [InlineData("data: 1234567890\n\ndata: b\n\n")]
    [InlineData("data: a\ndata: b\n\ndata: c\n\n")]
    [InlineData("data: 1234567890")]
    public void Parser_BehindALimit_StaysThere(string body)
    {
        using var parser = new SseParser(9);
        var bytes = Encoding.UTF8.GetBytes(body);
        var first = Assert.Throws<EventTooLargeException>(() => SseRun.Push(parser, bytes, []));
        var second = Assert.Throws<EventTooLargeException>(() => parser.Read());
        parser.Complete();
        var third = Assert.Throws<EventTooLargeException>(() => parser.Read());

        Assert.Equal(first.Message, second.Message);
        Assert.Equal(first.Message, third.Message);
        Assert.True(parser.Data.IsEmpty);
    }

    [Fact]
    public void Parser_BehindTheLimitOfTheBody_StaysThere()
    {
        using var parser = new SseParser(new SseLimits { MaxTotalBytes = 10 });
        Assert.Throws<SseLimitException>(() => SseRun.Push(parser, "data: a\n\ndata: b\n\n"u8.ToArray(), []));
        Assert.Throws<SseLimitException>(() => SseRun.Push(parser, "\n\n"u8.ToArray(), []));
        parser.Complete();

        Assert.Equal(SseLimit.Total, Assert.Throws<SseLimitException>(() => parser.Read()).Limit);
    }

    [Fact]
    public void BytesBehindTheLimitOfTheBody_AreNotForgottenByMoreOfThem()
    {
        using var parser = new SseParser(new SseLimits { MaxTotalBytes = 1 });
        for (var pushed = 0; pushed < 3; pushed++)
        {
            parser.GetMemory().Span[0] = (byte)'\n';
            parser.Advance(1);
        }

        Assert.Equal(SseLimit.Total, Assert.Throws<SseLimitException>(() => parser.Read()).Limit);
        Assert.Equal(1, parser.TotalBytes);
    }

    [Theory]
    [InlineData(SseLimit.Line, "A line of a server-sent event is larger than the 7 bytes")]
    [InlineData(SseLimit.Event, "A server-sent event is larger than the 8 bytes")]
    [InlineData(SseLimit.Total, "A body of server-sent events is larger than the 9 bytes")]
    public void Message_NamesTheLimitAndItsValue(SseLimit limit, string expected)
    {
        var limits = new SseLimits { MaxLineBytes = limit == SseLimit.Line ? 7 : 100, MaxEventBytes = limit == SseLimit.Event ? 8 : 100, MaxTotalBytes = limit == SseLimit.Total ? 9 : null };
        var refused = Assert.ThrowsAny<SseLimitException>(() => SseRun.Parse(limits, "data: 1234567890\n\n"u8.ToArray()));

        Assert.StartsWith(expected, refused.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<IOException>(refused);
    }

    [Fact]
    public void Limits_AreSaneWhenNothingIsSaid()
    {
        var limits = new SseLimits();

        Assert.Equal((32 << 20, 32 << 20, null), (limits.MaxLineBytes, limits.MaxEventBytes, limits.MaxTotalBytes));
    }

    [Fact]
    public void Limits_ThatAllowNothing_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new SseParser(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SseParser(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SseParser(new SseLimits { MaxLineBytes = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SseParser(new SseLimits { MaxEventBytes = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SseParser(new SseLimits { MaxTotalBytes = -1 }));
        using var parser = new SseParser(new SseLimits { MaxLineBytes = 1, MaxEventBytes = 1, MaxTotalBytes = 0 });
    }
}
