using System.Globalization;
using System.Text;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Loopback;

/// <summary>Whole HTTP answers, one chunk of the transfer an event; the last one that was asked for is kept.</summary>
internal sealed class ChunkedBodies
{
    private readonly Lock _lock = new();
    private (string Path, int Chunks) _key;
    private byte[] _answer = [];

    /// <summary>The head of every answer.</summary>
    public static ReadOnlySpan<byte> Head => "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"u8;

    /// <summary>The end of every answer.</summary>
    public static ReadOnlySpan<byte> End => "0\r\n\r\n"u8;

    public static byte[] SizeLine(int size) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size:x}\r\n"));

    public byte[] Of(string path, int chunks)
    {
        lock (_lock)
        {
            if (_key != (path, chunks))
            {
                _answer = Write(BodyKind.All.First(kind => kind.Path == path && !kind.EveryField).Write(chunks));
                _key = (path, chunks);
            }

            return _answer;
        }
    }

    private static byte[] Write(StreamBody body)
    {
        using var answer = new MemoryStream();
        answer.Write(Head);
        var start = 0;
        foreach (var end in body.EventEnds)
        {
            answer.Write(SizeLine(end - start));
            answer.Write(body.Bytes.AsSpan(start, end - start));
            answer.Write("\r\n"u8);
            start = end;
        }

        answer.Write(End);
        return answer.ToArray();
    }
}
