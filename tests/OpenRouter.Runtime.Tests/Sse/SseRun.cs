using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Runs a parser over pieces and writes down what it says.</summary>
internal static class SseRun
{
    public static readonly SseLimits NoLimits = new() { MaxLineBytes = int.MaxValue, MaxEventBytes = int.MaxValue };

    /// <summary>What the pieces hold, and at last the milliseconds to wait if the body names them.</summary>
    public static List<string> Parse(SseLimits limits, params ReadOnlyMemory<byte>[] pieces)
    {
        using var parser = new SseParser(limits);
        var found = new List<string>();
        foreach (var piece in pieces)
        {
            Push(parser, piece, found);
        }

        parser.Complete();
        Drain(parser, found);
        Assert.Equal(SseSignal.End, parser.Read());
        Assert.Equal(pieces.Sum(static piece => piece.Length), parser.TotalBytes);
        if (parser.RetryDelay is { } delay)
        {
            found.Add(Retry((int)delay.TotalMilliseconds));
        }

        return found;
    }

    public static List<string> Parse(int maxEventBytes, params ReadOnlyMemory<byte>[] pieces)
        => Parse(new SseLimits { MaxEventBytes = maxEventBytes, MaxLineBytes = maxEventBytes }, pieces);

    public static List<string> Parse(string body) => Parse(NoLimits, Encoding.UTF8.GetBytes(body));

    public static ReadOnlyMemory<byte>[] Bytewise(ReadOnlyMemory<byte> body) => [.. Enumerable.Range(0, body.Length).Select(at => body.Slice(at, 1))];

    /// <summary>Cuts a body at some places.</summary>
    public static ReadOnlyMemory<byte>[] Cut(ReadOnlyMemory<byte> body, params int[] places)
    {
        int[] ends = [.. places.Order(), body.Length];
        return [.. ends.Select((end, at) => body[(at == 0 ? 0 : ends[at - 1])..end])];
    }

    /// <summary>Pushes a piece and takes all that it completes.</summary>
    public static void Push(SseParser parser, ReadOnlyMemory<byte> piece, List<string> found)
    {
        while (!piece.IsEmpty)
        {
            var room = parser.GetMemory();
            var count = Math.Min(room.Length, piece.Length);
            piece[..count].CopyTo(room);
            parser.Advance(count);
            piece = piece[count..];
            Drain(parser, found);
        }
    }

    public static void Drain(SseParser parser, List<string> found)
    {
        while (parser.Read() is var signal && signal is not (SseSignal.NeedBytes or SseSignal.End))
        {
            found.Add(signal switch
            {
                SseSignal.Comment => ":" + Encoding.UTF8.GetString(parser.Comment),
                SseSignal.UnterminatedEvent => "?" + Event(parser.EventType, parser.LastEventId, parser.Data),
                _ => Event(parser.EventType, parser.LastEventId, parser.Data),
            });
        }
    }

    /// <summary>An event as it is written down: bytes of data that are not UTF-8 stay apart from each other.</summary>
    public static string Event(string type, string id, ReadOnlySpan<byte> data)
    {
        var text = Encoding.UTF8.GetString(data);
        return Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(data) ? $"{type}|{id}|{text}" : $"{type}|{id}|0x{Convert.ToHexString(data)}";
    }

    public static string Retry(int milliseconds) => $"retry {milliseconds}";
}
