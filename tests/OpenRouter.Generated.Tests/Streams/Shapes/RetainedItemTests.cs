using System.Text;
using OpenRouter.Generated.Tests.Wire;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Generated.Tests.Streams.Shapes;

/// <summary>Who keeps every item of a long stream finds them as they came, after the stream has ended and its memory is used for something else.</summary>
public sealed class RetainedItemTests
{
    private const int Count = 3000;
    private const string Text = """{"id":"gen-1","model":"a/b","choices":[{"index":0,"delta":{"role":"assistant","content":"tN \u00e9\n"},"finish_reason":null}]}""";
    private const string Reasoning = """{"id":"gen-1","choices":[{"index":0,"delta":{"content":"","reasoning":"rN","reasoning_details":[{"type":"reasoning.text","text":"rN","index":0}]}}],"later":{"n":[N]}}""";
    private const string Tools = """{"id":"gen-1","created":1N,"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"aN"}}]},"logprobs":{"content":[{"token":"lN","logprob":-1,"bytes":null,"top_logprobs":[]}]}}]}""";
    private const string Response = """{"type":"response.output_text.delta","item_id":"i1","output_index":0,"content_index":0,"delta":"dN","logprobs":[],"sequence_number":N}""";
    private const string Unknown = """{"type":"response.later","sequence_number":N,"delta":"dN"}""";
    private const string Message = """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"tN"}}""";

    [Theory]
    [InlineData(Text)]
    [InlineData(Reasoning)]
    [InlineData(Tools)]
    [InlineData(Text, Reasoning, Tools)]
    public Task Chunks_KeptToTheEnd_AreAsTheyCame(params string[] patterns)
        => CompareAsync(patterns, static client => StreamReading.Chat(client).AsReceived(), static chunk => JsonModel.ToJson(chunk));

    [Theory]
    [InlineData(Response)]
    [InlineData(Unknown)]
    [InlineData(Response, Unknown)]
    public Task Responses_KeptToTheEnd_AreAsTheyCame(params string[] patterns)
        => CompareAsync(patterns, StreamReading.Responses, static item => JsonModel.ToJson(item));

    [Fact]
    public Task Messages_KeptToTheEnd_AreAsTheyCame() => CompareAsync([Message], StreamReading.Messages, static item => JsonModel.ToJson(item));

    /// <summary>Prints every item as it comes, then once more after the end; and in a second reading only after the end, for some parts of an item are read when they are asked for.</summary>
    private static async Task CompareAsync<T>(string[] patterns, Func<Core.OpenRouterClient, IAsyncEnumerable<T>> open, Func<T, string> print)
    {
        var body = new StringBuilder();
        for (var number = 0; number < Count; number++)
        {
            body.Append("data: ").Append(patterns[number % patterns.Length].Replace("N", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append("\n\n");
        }

        var pool = new CountingPool { MinimumSize = 2000 };
        using var player = new PlayedBody(Encoding.UTF8.GetBytes(body.ToString()), configure: options => options.Pool = pool);
        var asTheyCame = new List<string>();
        var kept = await KeepAsync(open(player.Client), item => asTheyCame.Add(print(item)));
        var untouched = await KeepAsync(open(player.Client), static _ => { });

        // All arrays came back to the pool, which overwrites them.
        Assert.Equal(0, pool.Out);
        Assert.Equal(Count, asTheyCame.Count);
        Assert.Equal(asTheyCame, kept.Select(print));
        Assert.Equal(asTheyCame, untouched.Select(print));
        Assert.Equal(Count, asTheyCame.Distinct().Count());
    }

    private static async Task<List<T>> KeepAsync<T>(IAsyncEnumerable<T> items, Action<T> see)
    {
        var kept = new List<T>();
        await Assert.ThrowsAsync<Core.StreamInterruptedException>(async () =>
        {
            await foreach (var item in items)
            {
                kept.Add(item);
                see(item);
            }
        });
        return kept;
    }
}
