using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>What holds for every body, in any pieces.</summary>
public sealed class SsePropertyTests
{
    private static readonly Gen<byte[]> Body = Gen.ArrayOf(Gen.Elements(Fragments.All)).Select(Fragments.Join);

    private static readonly Gen<int[]> Places = Gen.ArrayOf(Gen.Choose(0, int.MaxValue));

    private static readonly Gen<SseLimits> Limits = Gen.ArrayOf(Gen.Choose(1, 300), 3)
        .Select(static sizes => new SseLimits { MaxLineBytes = (sizes[0] / 5) + 1, MaxEventBytes = (sizes[1] / 3) + 1, MaxTotalBytes = sizes[2] * 3 });

    [Fact]
    public void AnyBody_InAnyPieces_SaysWhatTheReferenceSays()
        => Holds(Gen.Zip(Body, Places), static run => Assert.Equal(ReferenceParser.Parse(run.Item1), SseRun.Parse(SseRun.NoLimits, Cut(run.Item1, run.Item2))));

    [Fact]
    public void AnyBytes_InAnyPieces_SayWhatTheReferenceSays()
        => Holds(Gen.Zip(Gen.ArrayOf(Gen.Choose(0, 255).Select(static value => (byte)value)), Places), static run => Assert.Equal(ReferenceParser.Parse(run.Item1), SseRun.Parse(SseRun.NoLimits, Cut(run.Item1, run.Item2))));

    [Fact]
    public void AnyBody_WithAnyLimits_FailsInNoOtherWayThanAtALimit_AndInEverySplitAlike()
        => Holds(Gen.Zip(Gen.Zip(Body, Places), Limits), static run =>
        {
            var ((body, places), limits) = run;
            var (found, limit) = Limited(limits, body);
            var (cutFound, cutLimit) = Limited(limits, Cut(body, places));

            Assert.Equal(found, cutFound);
            Assert.Equal(limit, cutLimit);
            Assert.True(limit is not null || body.Length <= limits.MaxTotalBytes);
            Assert.True(limit is not SseLimit.Total || body.Length > limits.MaxTotalBytes);
            Assert.Equal(Signals(SseRun.NoLimits, body).Take(found.Count), found);
        });

    [Fact]
    public void EventsWrittenAgain_AreTheSameEvents()
        => Holds(Gen.Zip(Body, Places), static run =>
        {
            var events = Events(run.Item1);
            var again = Events([.. Cut(events.SelectMany(Write).ToArray(), run.Item2).SelectMany(static piece => piece.ToArray())]);

            Assert.Equal(events.Select(Print), again.Select(Print));
        });

    [Fact]
    public void BodyBehindABlankLine_AddsItsEvents()
        => Holds(Gen.Zip(Body, Body), static run =>
        {
            byte[] first = [.. run.Item1, .. "\n\n"u8];
            var alone = Events(first);
            var second = Events([.. "\n"u8, .. run.Item2]);
            var both = Events([.. first, .. run.Item2]);

            Assert.Equal(alone.Select(Print), both.Take(alone.Count).Select(Print));
            Assert.Equal(second.Select(static item => (item.Type, item.Text)), both.Skip(alone.Count).Select(static item => (item.Type, item.Text)));
        });

    [Fact]
    public void CommentsAndUnknownLines_ChangeNoEvent()
        => Holds(Gen.Zip(Body, Gen.ArrayOf(Gen.Elements(":", ": c", "unknown", "unknown: x", "Data: y", ":" + new string('c', 400)))), static run =>
        {
            var (body, added) = run;
            var text = Encoding.Latin1.GetString(body);
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
            var more = string.Join('\n', lines.Select((line, at) => at == 0 || added.Length == 0 ? line : added[at % added.Length] + "\n" + line));

            Assert.Equal(Events(body).Select(Print), Events(Encoding.Latin1.GetBytes(more)).Select(Print));
        });

    [Fact]
    public void AnyLineEnd_GivesTheSame()
        => Holds(Body, static body =>
        {
            var text = Encoding.Latin1.GetString(body).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            var expected = SseRun.Parse(SseRun.NoLimits, body);

            Assert.All(LineEnds.Names, end => Assert.Equal(expected, SseRun.Parse(SseRun.NoLimits, Encoding.Latin1.GetBytes(LineEnds.Apply(text, end)))));
        });

    [Fact]
    public void Reader_OverAStreamOfAnyPieces_SaysWhatTheParserSays()
        => Holds(Gen.Zip(Body, Places), static run =>
        {
            using var reader = new SseReader(new Support.PieceStream(Cut(run.Item1, run.Item2).Select(static piece => piece.ToArray()).Where(static piece => piece.Length > 0)));
            var found = new List<string>();
            while (reader.ReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult() is var signal && signal != SseSignal.End)
            {
                found.Add(signal == SseSignal.Comment ? ":" + Encoding.UTF8.GetString(reader.Comment) : (signal == SseSignal.Event ? "" : "?") + SseRun.Event(reader.EventType, reader.LastEventId, reader.Data));
            }

            Assert.Equal(Signals(SseRun.NoLimits, run.Item1), found);
        });

    private static void Holds<T>(Gen<T> cases, Action<T> check)
        => Prop.ForAll(cases.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(1500).WithStartSize(1).WithEndSize(40).WithQuietOnSuccess(true).WithReplay(20261125UL, 1UL));

    private static ReadOnlyMemory<byte>[] Cut(byte[] body, int[] places) => SseRun.Cut(body, [.. places.Select(place => place % (body.Length + 1))]);

    private static (List<string> Found, SseLimit? Limit) Limited(SseLimits limits, params ReadOnlyMemory<byte>[] pieces)
    {
        using var parser = new SseParser(limits);
        var found = new List<string>();
        try
        {
            Array.ForEach(pieces, piece => SseRun.Push(parser, piece, found));
            parser.Complete();
            SseRun.Drain(parser, found);
            return (found, null);
        }
        catch (SseLimitException refused)
        {
            return (found, refused.Limit);
        }
    }

    private static List<string> Signals(SseLimits limits, byte[] body) => Limited(limits, body).Found;

    private static List<SseEvent> Events(byte[] body)
    {
        using var reader = new SseReader(new MemoryStream(body));
        return reader.ReadEventsAsync(CancellationToken.None).ToBlockingEnumerable(CancellationToken.None).ToList();
    }

    private static string Print(SseEvent item) => SseRun.Event(item.Type, item.Id, item.Data.Span);

    private static IEnumerable<byte> Write(SseEvent item)
    {
        var data = Encoding.Latin1.GetString(item.Data.Span).Replace("\n", "\ndata: ", StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes($"event: {item.Type}\nid: {item.Id}\n"), .. Encoding.Latin1.GetBytes($"data: {data}\n\n")];
    }
}
