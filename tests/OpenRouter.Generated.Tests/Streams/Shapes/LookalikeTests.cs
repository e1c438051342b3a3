using System.Text;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Behind two events of one shape stands one that differs from them in a byte, wherever it is: it is read as if they had not been there.</summary>
public sealed class LookalikeTests
{
    private const string Chat = """data: {"id":"gen-1","provider":"P","model":"a/b","object":"chat.completion.chunk","created":17N,"choices":[{"index":0,"delta":{"role":"assistant","content":"aN","reasoning":"rN","reasoning_details":[{"type":"reasoning.text","text":"rN","format":"f","index":0}]},"finish_reason":null,"native_finish_reason":null,"logprobs":null}]}""";
    private const string Tools = """data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":null,"tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"f","arguments":"{N"}}]},"finish_reason":null}],"usage":null}""";
    private const string Responses = "event: response.output_text.delta\ndata: " + """{"type":"response.output_text.delta","output_index":0,"item_id":"msg_N","content_index":0,"delta":"aN","logprobs":[],"sequence_number":1N}""";
    private const string Messages = "event: content_block_delta\ndata: " + """{"type":"content_block_delta","index":N,"delta":{"type":"text_delta","text":"aN"}  }""";
    private const string Images = """data: {"type":"image_generation.partial_image","partial_image_index":N,"b64_json":"QUJN"}""";

    private static readonly byte[] Bytes = [.. "\"\\\n\r{}[],: 0-.eE/u"u8, 0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xEF, 0xFF];

    [Theory]
    [InlineData(StreamKind.ChatAsReceived, Chat, "\n")]
    [InlineData(StreamKind.ChatAsReceived, Tools, "\n")]
    [InlineData(StreamKind.Responses, Responses, "\n")]
    [InlineData(StreamKind.Messages, Messages, "\n")]
    [InlineData(StreamKind.Messages, Messages, "\r\n")]
    [InlineData(StreamKind.Images, Images, "\n")]
    public async Task Event_ThatDiffersInAByte_IsReadTheSameBothWays(StreamKind kind, string pattern, string line)
    {
        var random = new Random(1);
        var (first, second, third) = (Framed(pattern, line, 1), Framed(pattern, line, 2), Framed(pattern, line, 3));
        using var readers = new BothReaders();
        for (var place = 0; place < third.Length; place++)
        {
            foreach (var (what, changed) in Changes(third, place, random))
            {
                // Once more behind it, so that what it left behind in the reader is seen too.
                byte[] body = [.. first, .. second, .. changed, .. Framed(pattern, line, 4), .. Framed(pattern, line, 5), .. "data: [DONE]\n\n"u8];
                await readers.CompareAsync(kind, body, [Split.Whole], $"{what} at {place} of {Encoding.UTF8.GetString(changed)}");
            }
        }

        Assert.InRange(readers.ByShape, third.Length * 3, long.MaxValue);
    }

    /// <summary>Texts that end in another way than it seems, and what only looks like a known member.</summary>
    [Theory]
    [InlineData("\"aN\"", "\"b\\\"\"")]
    [InlineData("\"aN\"", "\"b\\\\\"")]
    [InlineData("\"aN\"", "\"\\ud83d\"")]
    [InlineData("\"aN\"", "\"\\ude00\"")]
    [InlineData("\"aN\"", "\"b\",\"content\":\"c\"")]
    [InlineData("\"aN\"", "\"b\",\"con\\u0074ent\":\"c\"")]
    [InlineData("\"aN\"", "\"bN\",\"content\":null")]
    [InlineData("\"aN\"", "null,\"content\":\"bN\"")]
    [InlineData("\"aN\"", "\"bN\",\"refusal\":\"cN\"")]
    [InlineData("\"aN\"", "\"\\u003N\"")]
    [InlineData("\"format\":\"f\"", "\"summary\":\"sN\"")]
    [InlineData("\"text\":\"rN\"", "\"text\": \"rN\"")]
    [InlineData("\"text\":\"rN\"", "\"text\":\"otherN\"")]
    [InlineData("\"text\":\"rN\"", "\"text\":\"rN\",\"text\":null")]
    [InlineData("\"index\":0,\"delta\"", "\"index\":N,\"delta\"")]
    [InlineData("\"id\":\"gen-1\"", "\"id\":\"gen-N\"")]
    [InlineData("\"provider\":\"P\"", "\"provider\":\"PN\"")]
    [InlineData("\"index\":0}]}", "\"index\":0},{\"type\":\"reasoning.encrypted\",\"data\":\"N\"}]}")]
    [InlineData("\"aN\"", "null")]
    [InlineData("\"aN\"", "[\"b\"]")]
    [InlineData("\"aN\"", "\"b\"}}]}\ndata: {\"x\":\"")]
    [InlineData("17N", "170.0")]
    [InlineData("17N", "-0")]
    [InlineData("17N", "017")]
    [InlineData("17N", "1e1")]
    [InlineData("17N", "99999999999999999999")]
    [InlineData("17N", "\"17\"")]
    [InlineData("data: {", "data: \uFEFF{")]
    [InlineData("data: {", "data:\t{")]
    [InlineData("data: {", "event: error\ndata: {")]
    [InlineData("data: {", "event: later\ndata: {")]
    [InlineData("data: {", "id: 1\ndata: {")]
    [InlineData("data: {", "data: {\ndata: ")]
    public async Task Chunk_ThatOnlyLooksAlike_IsReadTheSameBothWays(string part, string other)
    {
        using var readers = new BothReaders();
        var alike = Chat.Replace(part, other, StringComparison.Ordinal);
        foreach (var kind in new[] { StreamKind.Chat, StreamKind.ChatAsReceived })
        {
            byte[] body = [.. Framed(Chat, "\n", 1), .. Framed(Chat, "\n", 2), .. Framed(alike, "\n", 3), .. Framed(alike, "\n", 4), .. Framed(Chat, "\n", 5), .. Framed(alike, "\n", 6), .. Framed(Chat, "\n", 7), .. "data: [DONE]\n\n"u8];
            await readers.CompareAsync(kind, body, Split.Some(body, seed: 1), other);
        }
    }

    [Theory]
    [InlineData("\"aN\"", "\"b\\\"\"")]
    [InlineData("\"aN\"", "\"\\ud83d\"")]
    [InlineData("\"aN\"", "null")]
    [InlineData("\"aN\"", "{}")]
    [InlineData("\"aN\"", "\"b\",\"delta\":\"c\"")]
    [InlineData("\"aN\"", "\"b\",\"del\\u0074a\":\"c\"")]
    [InlineData("1N", "-0")]
    [InlineData("1N", "13.0")]
    [InlineData("1N", "1e1")]
    [InlineData("1N", "99999999999999999999")]
    [InlineData("1N", "\"13\"")]
    [InlineData("\"msg_N\"", "null")]
    [InlineData("\"msg_N\"", "3")]
    [InlineData("data: {", "data: \uFEFF{")]
    [InlineData("data: {", "data:  {")]
    [InlineData("data: {", "data: {\ndata: ")]
    [InlineData("data: {", "id: 1\ndata: {")]
    [InlineData("data: {", "event: error\ndata: {")]
    [InlineData("data: {", "event\ndata: {")]
    [InlineData("event: ", "event:")]
    [InlineData("event: ", "event:  ")]
    [InlineData("event: ", ": ")]
    [InlineData("_text.delta\",", "_text.done\",")]
    [InlineData("_text.delta\",", "_text.delta\",\"error\":{\"message\":\"boom\"},")]
    public async Task Event_ThatOnlyLooksAlike_IsReadTheSameBothWays(string part, string other)
    {
        using var readers = new BothReaders();
        Assert.Contains(part, Responses, StringComparison.Ordinal);
        var alike = Responses.Replace(part, other, StringComparison.Ordinal);
        byte[] body = [.. Framed(Responses, "\n", 1), .. Framed(Responses, "\n", 2), .. Framed(alike, "\n", 3), .. Framed(alike, "\n", 4), .. Framed(Responses, "\n", 5), .. Framed(alike, "\n", 6), .. Framed(Responses, "\n", 7), .. "data: [DONE]\n\n"u8];
        await readers.CompareAsync(StreamKind.Responses, body, Split.Some(body, seed: 1), other);
    }

    /// <summary>The data of two lines are joined by a line end; one that stands there without its field ends the data instead.</summary>
    [Fact]
    public async Task Chunk_OfTwoLines_IsNoShapeOfOneThatBreaksOff()
    {
        using var readers = new BothReaders();
        var (twoLines, broken) = (Chat.Replace("{\"id\"", "{\ndata: \"id\"", StringComparison.Ordinal), Chat.Replace("{\"id\"", "{\n\"id\"", StringComparison.Ordinal));
        byte[] body = [.. Framed(twoLines, "\n", 1), .. Framed(twoLines, "\n", 2), .. Framed(twoLines, "\n", 3), .. Framed(broken, "\n", 4), .. "data: [DONE]\n\n"u8];
        await readers.CompareAsync(StreamKind.ChatAsReceived, body, Split.Some(body, seed: 1), "broken off");
    }

    private static byte[] Framed(string pattern, string line, int number)
        => Encoding.UTF8.GetBytes(pattern.Replace("N", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("\n", line, StringComparison.Ordinal) + line + line);

    private static IEnumerable<(string What, byte[] Bytes)> Changes(byte[] whole, int place, Random random)
    {
        byte[] before = whole[..place], behind = whole[(place + 1)..];
        yield return ("removed", [.. before, .. behind]);
        yield return ("cut", before);
        for (var round = 0; round < 3; round++)
        {
            var other = Bytes[random.Next(Bytes.Length)];
            yield return ($"flipped by {1 << random.Next(8)}", [.. before, (byte)(whole[place] ^ (1 << random.Next(8))), .. behind]);
            yield return ($"replaced by {other}", [.. before, other, .. behind]);
            yield return ($"inserted {other}", [.. before, other, .. whole[place..]]);
        }
    }
}
