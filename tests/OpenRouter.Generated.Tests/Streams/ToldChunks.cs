using System.Text;
using OpenRouter.Core;
using OpenRouter.Runtime.Streaming;

namespace OpenRouter.Generated.Tests.Streams;

/// <summary>Sends chunks through the real client, whole and one byte at a time.</summary>
internal static class ToldChunks
{
    public const string Finish = """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""";

    /// <summary>The answer to these chunks, and what ended it.</summary>
    public static async Task<(ChatAnswer Answer, OpenRouterException? Failure)> ReadAsync(params string[] chunks)
    {
        using var player = new ChatPlayer(Encoding.UTF8.GetBytes(string.Concat(chunks.Select(static chunk => $"data: {chunk}\n\n")) + "data: [DONE]\n\n"));
        var whole = await player.RunAsync();
        player.Handler.SliceBytes = 1;

        Assert.Equal(AnswerPrint.Of(whole.Answer), AnswerPrint.Of((await player.RunAsync()).Answer));
        return whole;
    }

    /// <summary>The answer to chunks of which the last one ends it.</summary>
    public static async Task<ChatAnswer> AnswerAsync(params string[] chunks)
    {
        var (answer, failure) = await ReadAsync([.. chunks, Finish]);

        Assert.Null(failure);
        return answer;
    }

    /// <summary>The answer to chunks with these deltas.</summary>
    public static Task<ChatAnswer> DeltasAsync(params string[] deltas) => AnswerAsync([.. deltas.Select(Delta)]);

    public static string Delta(string delta) => $$$"""{"id":"gen-1","choices":[{"index":0,"delta":{{{delta}}},"finish_reason":null}]}""";
}
