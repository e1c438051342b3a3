using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using OpenRouter.Benchmarks.Bodies;
using OpenRouter.Benchmarks.Loopback;

namespace OpenRouter.Benchmarks.Paced;

/// <summary>A stream whose contents are the times at which they were sent.</summary>
internal sealed class PacedStream(Socket connection, int chunks)
{
    /// <summary>Characters of each content.</summary>
    public const int ContentLength = 19;

    private const string Digits = "0000000000000000000";
    private static readonly (byte[] Bytes, int Place) Timed = Template();
    private static readonly byte[] Rest = Finish();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _chunk = [.. Timed.Bytes];
    private int _sent;

    /// <summary>Done when all is sent or the reader has gone.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The millisecond of its turn.</summary>
    public int Turn { get; set; }

    /// <summary>Sends the next chunk; false when it was the last.</summary>
    public bool SendNext()
    {
        try
        {
            if (_sent == 0)
            {
                connection.Send(ChunkedBodies.Head);
            }

            if (_sent == chunks - 2)
            {
                connection.Send(Rest);
                _ended.SetResult();
                return false;
            }

            _sent++;
            Stopwatch.GetTimestamp().TryFormat(_chunk.AsSpan(Timed.Place, Digits.Length), out _, "D19", CultureInfo.InvariantCulture);
            connection.Send(_chunk);
            return true;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            _ended.SetException(gone);
            return false;
        }
    }

    private static (byte[] Bytes, int Place) Template()
    {
        var chunk = Chunk(new EqualEnvelope().Event(Random.Shared, new Delta($$"""{"role":"assistant","content":"{{Digits}}"}"""), "null", null));
        return (chunk, chunk.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Digits)));
    }

    private static byte[] Finish()
    {
        var empty = new Delta(BodyWriter.EmptyDelta);
        var envelope = new EqualEnvelope();
        return
        [
            .. Chunk(envelope.Event(Random.Shared, empty, "\"stop\"", null)),
            .. Chunk(envelope.Event(Random.Shared, empty, "\"stop\"", BodyWriter.Usage)),
            .. Chunk("data: [DONE]\n\n"),
            .. ChunkedBodies.End,
        ];
    }

    private static byte[] Chunk(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. ChunkedBodies.SizeLine(bytes.Length), .. bytes, .. "\r\n"u8];
    }
}
