using System.Buffers;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders.Floors;

/// <summary>Reads and searches for line feeds, and does nothing else: no reader of the stream can be faster.</summary>
internal sealed class LineFeedFloor : IContender
{
    public string Name => "floor A: read, search line feeds";

    public ReadResult Expected(StreamBody body) => default(ReadResult) with { Lines = body.Bytes.AsSpan().Count((byte)'\n') };

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        using var response = await FloorRequest.SendAsync(client, address);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        while (await body.ReadAsync(buffer) is var count and > 0)
        {
            tally.Lines(LineFeeds(buffer.AsSpan(0, count)));
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static long LineFeeds(ReadOnlySpan<byte> bytes)
    {
        long lines = 0;
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            lines++;
            bytes = bytes[(end + 1)..];
        }

        return lines;
    }
}
