using System.Text;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Values and text in UTF-8 say what chunks and strings say, and can be kept as far as they promise it.</summary>
public sealed class ValueStreamTests
{
    private const string End = """{"id":"gen-1","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],"usage":{"total_tokens":3}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_OfRandomStreams_AreTheChunks_AndTheirAnswerIsTheSame()
    {
        using var readers = new BothReaders();
        for (var seed = 0; seed < 100; seed++)
        {
            var body = Body(new Random(seed));

            Assert.Equal(
                await readers.CompareAsync(StreamKind.ChatAsReceived, body, [Split.Whole], "chunks"),
                await readers.CompareAsync(StreamKind.ChatValues, body, [Split.Whole, Split.Events(body)], "values"));
        }
    }

    [Fact]
    public async Task Utf8_OfRandomStreams_IsTheText()
    {
        using var readers = new BothReaders();
        for (var seed = 0; seed < 100; seed++)
        {
            var body = Body(new Random(seed));

            Assert.Equal(
                Pieces(await readers.CompareAsync(StreamKind.ChatText, body, [Split.Whole], "strings")),
                Pieces(await readers.CompareAsync(StreamKind.ChatUtf8, body, [Split.Whole, Split.Slices(7)], "UTF-8")));
        }
    }

    [Fact]
    public async Task Values_KeptBeyondTheirStream_StayWhatTheyWere()
    {
        using var player = new PlayedBody(Long(), configure: static options => options.Pool = new CountingPool { MinimumSize = 1 << 16 });
        var stream = StreamReading.Chat(player.Client);
        var (kept, told) = (new List<ChatValue<Models.Streaming.StreamingChatResponse>>(), new List<string>());
        await foreach (var value in stream.AsValues().WithCancellation(Token))
        {
            kept.Add(value);
            told.Add(StreamReading.Told(value));
        }

        Assert.InRange(stream.ReadByShape, kept.Count * 9 / 10, int.MaxValue);
        Assert.Equal(told, kept.Select(StreamReading.Told));
        Assert.Equal(Enumerable.Range(0, kept.Count - 1).Select(static number => $"{number} é"), kept.SkipLast(1).Select(static value => value.Text));
    }

    [Fact]
    public async Task Answer_OfValues_HasAllButTheTexts()
    {
        using var player = new PlayedBody(Encoding.UTF8.GetBytes(string.Concat(
            Enumerable.Range(0, 5).Select(static number => $$$"""data: {"id":"gen-1","model":"a/b","choices":[{"index":0,"delta":{"content":"x","reasoning":"r","tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{{{number}}}"}}]},"finish_reason":null}]}""" + "\n\n"))
            + "data: " + End + "\n\ndata: [DONE]\n\n"));
        var stream = StreamReading.Chat(player.Client);
        await foreach (var value in stream.AsValues().WithCancellation(Token))
        {
            Assert.NotNull(value.Frame);
        }

        var answer = stream.Answer;
        Assert.Equal(("", "", "stop", 3L, "a/b"), (answer.Text, answer.Reasoning, answer.FinishReason, answer.Usage!.TotalTokens, answer.Model));
        Assert.Equal("01234", Assert.Single(answer.ToolCalls).Arguments);
    }

    [Fact]
    public void EmptyValue_SaysThatItCameOfNoStream()
        => Assert.Throws<InvalidOperationException>(() => default(ChatValue<Models.Streaming.StreamingChatResponse>).ToChunk());

    private static byte[] Body(Random random) => new RandomFraming(random).Write(ChatSequences.Events(random).Append(End));

    private static byte[] Long() => Encoding.UTF8.GetBytes(string.Concat(
        Enumerable.Range(0, 2000).Select(static number => $$$"""data: {"id":"gen-1","choices":[{"index":0,"delta":{"content":"{{{number}}} é","reasoning_details":[{"type":"reasoning.text","index":0,"text":"{{{number}}}"}],"reasoning":"{{{number}}}"},"finish_reason":null}]}""" + "\n\n"))
        + "data: " + End + "\n\ndata: [DONE]\n\n");

    /// <summary>What was read and how it ended, without the answer, which keeps no text in one of the two.</summary>
    private static string Pieces(string print)
    {
        // Half a character that never met its other half can stand in a string, but not in UTF-8.
        print = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(print));
        var failure = print.IndexOf("Exception ", StringComparison.Ordinal);
        return failure < 0 ? print[..print.IndexOf("keep-alives", StringComparison.Ordinal)] : print[..print.IndexOf('\n', failure)];
    }
}
