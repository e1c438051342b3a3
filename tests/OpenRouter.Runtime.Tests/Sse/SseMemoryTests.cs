using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>What hostile bodies cost: memory within the limit, and work in proportion to the bytes.</summary>
[Collection(nameof(SseMemoryTests))]
[CollectionDefinition(nameof(SseMemoryTests), DisableParallelization = true)]
public sealed class SseMemoryTests
{
    private const int Mi = 1 << 20;

    [Theory]
    [InlineData("data: ", "x")]
    [InlineData("event: ", "x")]
    [InlineData("id: ", "x")]
    [InlineData("retry: ", "9")]
    [InlineData("data: a\ndata: ", "x")]
    public void LineWithoutEnd_IsRefusedAtTheLimit_InFlatMemory(string head, string piece)
    {
        using var body = new EndlessStream(head, piece, 254L * Mi);

        var (refused, allocated) = ReadToTheLimit(body, new SseLimits { MaxEventBytes = Mi, MaxLineBytes = Mi });

        Assert.Equal(SseLimit.Event, refused.Limit);
        Assert.InRange(body.Produced, Mi, Mi + 8192);
        Assert.InRange(allocated, 0, 4L * Mi);
    }

    [Fact]
    public void LineWithoutEnd_WithTheDefaultLimit_TakesNoMoreThanThreeTimesTheLimit()
    {
        using var body = new EndlessStream("data: ", "x", 254L * Mi);

        var (refused, allocated) = ReadToTheLimit(body, new SseLimits());

        Assert.Equal((SseLimit.Event, 32L * Mi), (refused.Limit, refused.LimitBytes));
        Assert.InRange(body.Produced, 32L * Mi, (32L * Mi) + 8192);
        Assert.InRange(allocated, 0, 97L * Mi);
    }

    [Theory]
    [InlineData("data:\n", 6)]
    [InlineData("data\n", 5)]
    [InlineData("data\r\n", 5)]
    [InlineData("data: \n", 7)]
    [InlineData("event: x\n", 9)]
    [InlineData("id: 1\n", 6)]
    [InlineData("id\n", 3)]
    [InlineData("retry: 1\n", 9)]
    [InlineData("data: ab\n:c\nunknown\n", 9)]
    public void LinesWithoutBlankLine_AreRefusedAtTheLimit_InFlatMemory(string piece, int counted)
    {
        using var body = new EndlessStream("", piece, 254L * Mi);

        var (refused, allocated) = ReadToTheLimit(body, new SseLimits { MaxEventBytes = Mi });

        Assert.Equal(SseLimit.Event, refused.Limit);
        Assert.InRange(body.Produced, (Mi / counted * piece.Length) - piece.Length, (Mi / counted * piece.Length) + (2 * Mi));
        Assert.InRange(allocated, 0, piece.StartsWith('e') || piece.StartsWith("id:", StringComparison.Ordinal) ? 20L * Mi : 4L * Mi);
    }

    [Fact]
    public void MillionDataLines_HitTheLimit()
    {
        using var body = new EndlessStream("", "data:\n", 6_000_000);

        var (refused, _) = ReadToTheLimit(body, new SseLimits { MaxEventBytes = 5_999_999 });

        Assert.Equal(SseLimit.Event, refused.Limit);
    }

    [Fact]
    public async Task MillionDataLines_WithinTheLimit_AreOneEvent()
    {
        using var body = new EndlessStream("", "data:\n", 6_000_000);
        using var reader = new SseReader(body, new SseLimits { MaxEventBytes = 6_000_000 });

        Assert.Equal(SseSignal.UnterminatedEvent, await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(999_999, reader.Data.Length);
        Assert.False(reader.Data.ContainsAnyExcept((byte)'\n'));
    }

    [Theory]
    [InlineData(":", "c")]
    [InlineData("unknown", "u")]
    [InlineData("unknown: ", "v")]
    [InlineData("{", "\"a\":1,")]
    [InlineData("data: a\n:", "c")]
    [InlineData("data: a\nunknown: ", "v")]
    public async Task IgnoredLineWithoutEnd_TakesNoMemory(string head, string piece)
    {
        using var body = new EndlessStream(head, piece, 4L * Mi);
        using var reader = new SseReader(body, new SseLimits { MaxEventBytes = 1000, MaxLineBytes = 1000 });
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var signal = await reader.ReadAsync(TestContext.Current.CancellationToken);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 256 * 1024);
        Assert.Equal(head.EndsWith(':') ? SseSignal.Comment : head.StartsWith("data", StringComparison.Ordinal) ? SseSignal.UnterminatedEvent : SseSignal.End, signal);
        Assert.Equal(4L * Mi, reader.TotalBytes);
        Assert.Equal(4L * Mi, body.Produced);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData(": OPENROUTER PROCESSING\n\n")]
    [InlineData("unknown: x\n\n")]
    [InlineData("event: x\n\n")]
    [InlineData("data: hello\n\n")]
    public void EndlessSmallThings_TakeNoMemoryAndEndAtTheLimitOfTheBody(string piece)
    {
        using var body = new EndlessStream("", piece, long.MaxValue);
        using var parser = new SseParser(new SseLimits { MaxEventBytes = 1000, MaxTotalBytes = Mi });
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<SseLimitException>(() =>
        {
            while (body.Produced >= 0)
            {
                parser.Advance(body.Read(parser.GetMemory().Span));
                while (parser.Read() != SseSignal.NeedBytes)
                {
                }
            }
        });

        // The type of a block is a string of its own, whether or not the block becomes an event.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, piece.StartsWith('e') ? 32L * Mi / piece.Length : 16 * 1024);
        Assert.Equal((SseLimit.Total, (long)Mi), (refused.Limit, refused.LimitBytes));
        Assert.InRange(body.Produced, Mi, Mi + 8192);
    }

    [Fact]
    public void LargeEvent_GivesItsMemoryBack()
    {
        var large = Encoding.UTF8.GetBytes("data: " + new string('x', 3 * Mi) + "\n\n");
        using var parser = new SseParser(8 * Mi);
        SseRun.Push(parser, large, []);
        parser.Read();

        Assert.InRange(parser.GetMemory().Length, 1, 64 * 1024);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(500, "")]
    [InlineData(100_000, "")]
    [InlineData(3 * Mi, "\n\n")]
    public void Dispose_GivesTheArrayBackOnce(int pushed, string end)
    {
        var parser = new SseParser(8 * Mi);
        SseRun.Push(parser, Encoding.UTF8.GetBytes("data: " + new string('x', pushed) + end), []);
        Assert.True(MemoryMarshal.TryGetArray<byte>(parser.GetMemory(), out var room));
        var array = room.Array!;
        parser.Dispose();
        parser.Dispose();

        var first = ArrayPool<byte>.Shared.Rent(array.Length);
        var second = ArrayPool<byte>.Shared.Rent(array.Length);
        Assert.Same(array, first);
        Assert.NotSame(first, second);
        ArrayPool<byte>.Shared.Return(first);
        ArrayPool<byte>.Shared.Return(second);
    }

    [Fact]
    public void CommentsBesideLargeData_AllocateNothing()
    {
        using var parser = new SseParser(Mi);
        SseRun.Push(parser, Encoding.UTF8.GetBytes("data: " + new string('x', 700_000) + "\n"), []);
        var comments = ": comment\n"u8.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 150_000; round++)
        {
            foreach (var value in comments)
            {
                parser.GetMemory().Span[0] = value;
                parser.Advance(1);
            }

            while (parser.Read() == SseSignal.Comment)
            {
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Mi);
    }

    [Theory]
    [InlineData("data: ", "x", 1)]
    [InlineData("", "data: x\n", 1)]
    [InlineData("", "data: x\n\n", 1)]
    [InlineData("", ": c\n", 1)]
    [InlineData(":", "c", 1)]
    [InlineData("", "event: x\n\n", 1)]
    [InlineData("data: a\n", ": c\n", 1)]
    [InlineData("data: a\n", "unknown\n", 1)]
    [InlineData("data: ", "x", int.MaxValue)]
    [InlineData("", "data: x\n", int.MaxValue)]
    [InlineData("", "data: x\n\n", int.MaxValue)]
    [InlineData("", ": c\n", 1000)]
    [InlineData(":", "c", 1000)]
    public void Work_IsInProportionToTheBytes(string head, string piece, int maxRead)
    {
        var once = WorkOf(new EndlessStream(head, piece, 20_000) { MaxRead = maxRead });
        var tenfold = WorkOf(new EndlessStream(head, piece, 200_000) { MaxRead = maxRead });

        Assert.InRange(once, 20_000 * 9 / 10, 20_000 * 4);
        Assert.InRange(tenfold, 8 * once, 12 * once);
    }

    [Fact]
    public void Work_BesideLargeData_IsThatOfTheCommentsAlone()
    {
        var head = "data: " + new string('x', 100_000) + "\n";
        var before = WorkOf(new EndlessStream(head, ": c\n", head.Length));
        var behind = WorkOf(new EndlessStream(head, ": c\n", head.Length + 200_000));

        Assert.InRange(behind - before, 200_000, 400_000);
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
    public void BytesPushedWithoutReading_AreRefusedAtTheCeiling()
    {
        using var parser = new SseParser(1000);
        var pushed = 0;
        var refused = Assert.Throws<InvalidOperationException>(() =>
        {
            while (pushed < Mi)
            {
                var room = parser.GetMemory();
                room.Span.Fill((byte)'\n');
                parser.Advance(room.Length);
                pushed += room.Length;
            }
        });
        Assert.InRange(pushed, 1000, 8192);
        Assert.Contains("Read until it needs bytes", refused.Message, StringComparison.Ordinal);

        Assert.Equal(SseSignal.NeedBytes, parser.Read());
        Assert.NotEqual(0, parser.GetMemory().Length);
    }

    private static (SseLimitException Refused, long Allocated) ReadToTheLimit(EndlessStream body, SseLimits limits)
    {
        using var reader = new SseReader(body, limits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.ThrowsAny<SseLimitException>(() =>
        {
            while (ReadNow(reader) != SseSignal.End)
            {
            }
        });
        return (refused, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>These bodies never wait.</summary>
    private static SseSignal ReadNow(SseReader reader)
    {
        var read = reader.ReadAsync(TestContext.Current.CancellationToken);
        return read.IsCompleted ? read.GetAwaiter().GetResult() : throw new InvalidOperationException("The body made its reader wait.");
    }

    private static long WorkOf(EndlessStream body)
    {
        using var parser = new SseParser(16 * Mi);
        using (body)
        {
            int count;
            do
            {
                count = body.Read(parser.GetMemory().Span);
                parser.Advance(count);
                while (parser.Read() != SseSignal.NeedBytes)
                {
                }
            }
            while (count > 0);
        }

        return parser.Work;
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
