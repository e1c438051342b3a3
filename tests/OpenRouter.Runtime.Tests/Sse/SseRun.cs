using System.Text;
using OpenRouter.Runtime.Sse;

namespace OpenRouter.Runtime.Tests.Sse;

/// <summary>Runs a parser over pieces and writes down what it says.</summary>
internal static class SseRun
{
    public static List<string> Parse(int maxEventBytes, params ReadOnlyMemory<byte>[] pieces)
    {
        using var parser = new SseParser(maxEventBytes);
        var found = new List<string>();
        foreach (var piece in pieces)
        {
            var rest = piece;
            while (!rest.IsEmpty)
            {
                var room = parser.GetMemory();
                var count = Math.Min(room.Length, rest.Length);
                rest[..count].CopyTo(room);
                parser.Advance(count);
                rest = rest[count..];
                Drain(parser, found);
            }
        }

        parser.Complete();
        Drain(parser, found);
        Assert.Equal(SseSignal.End, parser.Read());
        return found;
    }

    public static List<string> Parse(string body) => Parse(1 << 20, Encoding.UTF8.GetBytes(body));

    public static ReadOnlyMemory<byte>[] Bytewise(byte[] body) => [.. Enumerable.Range(0, body.Length).Select(at => new ReadOnlyMemory<byte>(body, at, 1))];

    private static void Drain(SseParser parser, List<string> found)
    {
        while (parser.Read() is var signal && signal is not (SseSignal.NeedBytes or SseSignal.End))
        {
            found.Add(signal switch
            {
                SseSignal.Comment => ":" + Encoding.UTF8.GetString(parser.Comment),
                SseSignal.UnterminatedEvent => "?" + Event(parser),
                _ => Event(parser),
            });
        }
    }

    private static string Event(SseParser parser) => $"{parser.EventType}|{parser.LastEventId}|{Encoding.UTF8.GetString(parser.Data)}";
}
