using System.Text;
using System.Text.Json;
using OpenRouter.Generated.Tests.Streams.Shapes;
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
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => SharedFiles.Names("streams/openrouter-real", "or-chat-*.sse");

    [Fact]
    public void RandomSequences_ReadByTheirShape_AreAsReadWhole()
    {
        var hits = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            Token.ThrowIfCancellationRequested();
            hits += Compare(ChatSequences.Events(new Random(seed)));
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
        => Compare([ChatSequences.Plain.Replace("D", first, StringComparison.Ordinal), ChatSequences.Plain.Replace("D", first, StringComparison.Ordinal), ChatSequences.Plain.Replace("D", second, StringComparison.Ordinal)]);

    [Fact]
    public void Chunk_OfAShape_LeavesTheOneBeforeAsItWas()
    {
        var memo = new EventMemo<StreamingChatResponse>(JsonModel.Document<StreamingChatResponse>);
        var kept = new List<StreamingChatResponse>();
        foreach (var text in new[] { "\"a\"", "\"b\"", "\"c\"" })
        {
            kept.Add(memo.Read(Encoding.UTF8.GetBytes(ChatSequences.Plain.Replace("D", "\"content\":" + text, StringComparison.Ordinal)), Unframed));
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
}
