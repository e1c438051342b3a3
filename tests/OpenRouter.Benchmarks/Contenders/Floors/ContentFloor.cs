using System.Buffers;
using System.Text.Json;
using OpenRouter.Benchmarks.Bodies;

namespace OpenRouter.Benchmarks.Contenders.Floors;

/// <summary>Walks all tokens of each event and keeps the content alone: the wall of everybody who walks tokens.</summary>
internal sealed class ContentFloor : IContender
{
    public string Name => "floor B: Utf8JsonReader, content only";

    public ReadResult Expected(StreamBody body) => default(ReadResult) with { TextLength = body.Expected.TextLength, TextHash = body.Expected.TextHash };

    public async Task ReadAsync(HttpMessageHandler handler, Uri address, Tally tally)
    {
        using var client = new HttpClient(handler, disposeHandler: false);
        using var response = await FloorRequest.SendAsync(client, address);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        var kept = 0;
        while (await body.ReadAsync(buffer.AsMemory(kept)) is var count and > 0)
        {
            var filled = buffer.AsSpan(0, kept + count);
            var rest = ReadLines(filled, kept, tally);
            rest.CopyTo(buffer);
            kept = rest.Length;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static ReadOnlySpan<byte> ReadLines(ReadOnlySpan<byte> bytes, int seen, Tally tally)
    {
        while (bytes[seen..].IndexOf((byte)'\n') is var end and >= 0)
        {
            var line = bytes[..(seen + end)];
            if (line.StartsWith("data: {"u8))
            {
                ReadContent(line[6..], tally);
            }

            bytes = bytes[(seen + end + 1)..];
            seen = 0;
        }

        return bytes;
    }

    private static void ReadContent(ReadOnlySpan<byte> json, Tally tally)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("content"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                tally.Content(reader.GetString()!);
            }
        }
    }
}
