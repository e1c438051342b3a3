using System.Text;
using System.Text.Json;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Models.Streaming;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Sse;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Memo;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Chunks that are read by the shape of those before are the same as chunks that are read whole.</summary>
public sealed class ChunkMemoTests
{
    private static readonly string[] Texts =
    [
        "\"\"", "\"Hi\"", "\" the\"", "\"a \\\"quoted\\\" word\"", "\"back\\\\slash\"", "\"line\\nbreak\\t\"", "\"\\u00e9\\ud83d\\ude00\"", "\"é中😀\"", "\"\\ud83d\"", "\"\\ude00!\"", "\"x\\ud83dy\"",
        "\"ends with \\\\\"", "\"}]}\"", "\"{\\\"content\\\":\\\"x\\\"}\"", "null", "7", "[{\"type\":\"text\",\"text\":\"part\"}]", "\"\\/\"", "\"long " + new string('x', 300) + "\"",
    ];

    private static readonly string[] Deltas =
    [
        "\"content\":T", "\"role\":\"assistant\",\"content\":T", "\"content\":T,\"role\":\"assistant\"", "\"reasoning\":T,\"content\":\"\"", "\"content\":\"\",\"reasoning\":T,\"reasoning_details\":[{\"type\":\"reasoning.text\",\"index\":0,\"text\":T}]",
        "\"reasoning\":T,\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"index\":0,\"summary\":T}],\"content\":T", "\"content\":T,\"reasoning_details\":[ {\"type\":\"reasoning.text\",\"index\":0,\"text\":T}]",
        "\"reasoning_details\":[{\"text\":T,\"type\":\"reasoning.text\",\"index\":0},{\"type\":\"reasoning.encrypted\",\"data\":T}],\"content\":T", "\"reasoning_details\":[],\"content\":T", "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":T,\"text\":T}]",
        "\"refusal\":T", "\"content\":null,\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":T}}]", "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":T}},{\"index\":1,\"function\":{\"arguments\":T}}]",
        "\"content\":T,\"content\":T", "\"con\\u0074ent\":T,\"content\":T", "\"content\":T,\"con\\u0074ent\":T", "\"unknown\":T,\"content\":T", "\"reasoning_content\":T", " \"content\" : T ", "\"Content\":T", "\"content\":T,\"tool_calls\":[]", "\"tool_calls\":[null]", "",
    ];

    private static readonly string[] Chunks =
    [
        "{\"id\":\"gen-1\",\"choices\":[{\"index\":0,\"delta\":{D},\"finish_reason\":null}]}", "{\"id\":\"gen-1\",\"model\":\"a/b\",\"provider\":\"P\",\"choices\":[{\"delta\":{D},\"index\":0,\"finish_reason\":null,\"logprobs\":null}]}",
        "{\"choices\":[{\"index\":0,\"delta\":{D}},{\"index\":1,\"delta\":{D}}]}", "{\"choices\":[{\"index\":0,\"delta\":{D},\"finish_reason\":\"stop\"}],\"usage\":{\"total_tokens\":3}}", "{\"choices\":[{\"index\":0,\"delta\":{D}}],\"choices\":[{\"index\":0,\"delta\":{D}}]}",
        "{\"created\":N,\"choices\":[{\"index\":0,\"delta\":{D}}]}", "{\"content\":T,\"choices\":[{\"content\":T,\"delta\":{D}}]}", "{\"choices\":[]}", "{\"choices\":null}", "{\"choices\":[null,{\"delta\":{D}}]}",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => SharedFiles.Names("streams/openrouter-real", "or-chat-*.sse");

    [Fact]
    public void RandomSequences_ReadByTheirShape_AreAsReadWhole()
    {
        var hits = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            Token.ThrowIfCancellationRequested();
            hits += Compare(Sequence(new Random(seed)));
        }

        // Most of what is compared must have been read the short way, or the test shows nothing.
        Assert.InRange(hits, 15_000, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Recording_ReadByItsShapes_IsAsReadWhole(string file)
    {
        var body = File.ReadAllBytes(SharedFiles.Require($"streams/openrouter-real/{file}"));
        var events = Encoding.UTF8.GetString(body).Split('\n').Where(static line => line.StartsWith("data: {", StringComparison.Ordinal)).Select(static line => line[6..]).ToList();

        Compare(events);
    }

    [Theory]
    [InlineData("\"con\\u0074ent\":\"a\"", "\"con\\u0074ent\":\"b\"")]
    [InlineData("\"content\":\"a\",\"content\":\"x\"", "\"content\":\"b\",\"content\":\"x\"")]
    [InlineData("\"content\":\"a\"", "\"content\":\"b\\x\"")]
    [InlineData("\"content\":\"a\"", "\"content\":\"b\\")]
    [InlineData("\"content\":\"a\"", "\"content\":\"b\u0001\"")]
    [InlineData("\"content\":\"a\"", "\"content\":\"b\",\"role\":\"assistant\"")]
    [InlineData("\"content\":\"a\"", "\"content\":\"\\ud8")]
    public void Event_ThatOnlyLooksAlike_IsReadWhole(string first, string second)
        => Compare([Chunks[0].Replace("D", first, StringComparison.Ordinal), Chunks[0].Replace("D", first, StringComparison.Ordinal), Chunks[0].Replace("D", second, StringComparison.Ordinal)]);

    [Fact]
    public void Chunk_OfAShape_LeavesTheOneBeforeAsItWas()
    {
        var memo = new EventMemo<StreamingChatResponse>(JsonModel.Document<StreamingChatResponse>);
        var kept = new List<StreamingChatResponse>();
        foreach (var text in new[] { "\"a\"", "\"b\"", "\"c\"" })
        {
            kept.Add(memo.Read(Encoding.UTF8.GetBytes(Chunks[0].Replace("D", "\"content\":" + text, StringComparison.Ordinal)), Unframed));
        }

        Assert.Equal(["a", "b", "c"], kept.Select(static chunk => chunk.Choices![0].Delta!.Content));
        Assert.Same(kept[0].Id, kept[2].Id);
    }

    /// <summary>Reads events both ways; how many were read the short way.</summary>
    private static int Compare(IEnumerable<string> events)
    {
        var memo = new EventMemo<StreamingChatResponse>(JsonModel.Document<StreamingChatResponse>);
        var (byShape, whole) = (new ChatAccumulator(1 << 24), new ChatAccumulator(1 << 24));
        foreach (var text in events)
        {
            var data = Encoding.UTF8.GetBytes(text);
            var expected = Read(() => JsonModel.Parse<StreamingChatResponse>(data));
            var found = Read(() => memo.Read(data, Unframed));
            Assert.Equal(expected.Error, found.Error);
            if (expected.Chunk is null)
            {
                continue;
            }

            Assert.Equal(JsonModel.ToJson(expected.Chunk), JsonModel.ToJson(found.Chunk!));
            Tell(expected.Chunk, whole);
            Tell(found.Chunk!, byShape);
            Assert.Equal(AnswerPrint.Of(whole.Snapshot(AnswerOutcome.Completed)), AnswerPrint.Of(byShape.Snapshot(AnswerOutcome.Completed)));
        }

        return memo.Hits;
    }

    private static EventFrame Unframed() => new(SseParser.DefaultType, [], [], isKnown: false);

    private static void Tell(StreamingChatResponse chunk, ChatAccumulator answer)
    {
        answer.BeginChunk();
        ((IChatChunk<StreamingChatResponse>)chunk).Describe(answer);
        answer.EndChunk();
    }

    private static (StreamingChatResponse? Chunk, string? Error) Read(Func<StreamingChatResponse> read)
    {
        try
        {
            return (read(), null);
        }
        catch (JsonException exception)
        {
            return (null, exception.GetType().Name);
        }
    }

    private static List<string> Sequence(Random random)
    {
        var events = new List<string>();
        while (events.Count < 40)
        {
            var chunk = random.GetItems(Chunks, 1)[0];
            var delta = random.GetItems(Deltas, 1)[0];
            for (var run = random.Next(1, 8); run > 0; run--)
            {
                events.Add(Fill(chunk.Replace("D", delta, StringComparison.Ordinal), random));
            }
        }

        return events;
    }

    /// <summary>Puts a text at each place that is marked, most of them plain strings.</summary>
    private static string Fill(string pattern, Random random)
    {
        var filled = new StringBuilder();
        foreach (var letter in pattern)
        {
            filled.Append(letter switch
            {
                'T' => random.Next(4) > 0 ? $"\"{random.Next(1000)}\"" : random.GetItems(Texts, 1)[0],
                'N' => random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        return filled.ToString();
    }
}
