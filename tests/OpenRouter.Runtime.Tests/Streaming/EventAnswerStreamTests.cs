using System.Text.Json;
using OpenRouter.Core;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;
using OpenRouter.Runtime.Streaming;
using OpenRouter.Runtime.Streaming.Memo;
using OpenRouter.Runtime.Tests.Support;

namespace OpenRouter.Runtime.Tests.Streaming;

/// <summary>Streams of <c>/responses</c> and <c>/messages</c>: their ends, their answers, their retries.</summary>
public sealed class EventAnswerStreamTests
{
    private const string Created = """{"type":"response.created","response":{"id":"gen-1","status":"in_progress","usage":null}}""";
    private const string Delta = """{"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi"}""";
    private const string Completed = """{"type":"response.completed","response":{"id":"gen-1","model":"a/b","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"Hi"}]}],"usage":{"input_tokens":3,"output_tokens":1,"total_tokens":4,"cost":0.5}}}""";
    private const string Start = """{"type":"message_start","message":{"id":"gen-2","role":"assistant","content":[],"usage":{"input_tokens":3}}}""";
    private const string Block = """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hi"}}""";
    private const string MessageEnd = """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}""";
    private const string Stop = """{"type":"message_stop"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[]> Cut => new()
    {
        { "responses, nothing", [] },
        { "responses, preamble", [Created] },
        { "responses, text", [Created, Delta] },
        { "responses, end mark without the last event", [Created, Delta, "[DONE]"] },
        { "messages, text", [Start, Block] },
        { "messages, reason without the last event", [Start, Block, MessageEnd] },
        { "messages, end mark without the last event", [Start, Block, "[DONE]"] },
    };

    [Fact]
    public async Task Responses_Collected_GiveTheAnswer()
    {
        await using var stream = Stream(Attempts.Of(Attempts.Stream(Body(Created, Delta, Completed, "[DONE]"), ("X-Provider-Name", "Acme"))));

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("Hi", "stop", "gen-1", "Acme", 0.5m), (answer.Text, answer.FinishReason, answer.GenerationId, answer.Provider, answer.Usage!.Cost));
        Assert.Equal((AnswerOutcome.Completed, 1), (answer.Outcome, answer.Attempts.Count));
        Assert.Equal(4, answer.Attempts[0].Usage!.TotalTokens);
    }

    [Fact]
    public async Task Messages_Collected_GiveTheAnswer()
    {
        await using var stream = Stream(Attempts.Of(Attempts.Stream(Body(Start, Block, MessageEnd, Stop))));

        var answer = await stream.CollectAsync(Token);

        Assert.Equal(("Hi", "stop", "end_turn", 2), (answer.Text, answer.FinishReason, answer.NativeFinishReason, answer.Usage!.CompletionTokens));
    }

    [Theory]
    [MemberData(nameof(Cut))]
    public async Task Stream_WithoutItsLastEvent_IsInterruptedWithWhatArrived(string name, string[] events)
    {
        Assert.NotEmpty(name);
        await using var stream = Stream(Attempts.Of(Attempts.Stream(Body(events))));

        var thrown = await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal(events.Contains(Delta) || events.Contains(Block) ? "Hi" : "", thrown.Partial!.Text);
        Assert.Equal(AnswerOutcome.Interrupted, stream.Answer.Outcome);
    }

    [Theory]
    [InlineData("""{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"m"}}}""")]
    [InlineData("""{"type":"error","code":"server_error","message":"m"}""")]
    [InlineData("""{"type":"error","error":{"code":"server_error","message":"m"}}""")]
    public async Task Failure_HasWhatArrived(string failure)
    {
        await using var stream = Stream(Attempts.Of(Attempts.Stream(Body(Created, Delta, failure))));

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Equal(("server_error", "Hi", "gen-1", true), (thrown.Code, thrown.Partial!.Text, thrown.GenerationId, thrown.IsTransient));
    }

    [Fact]
    public async Task Preamble_OfAnAttemptThatFailed_IsShownToNobody()
    {
        const string Failed = """{"type":"response.failed","response":{"status":"failed","error":{"code":"server_error","message":"m"}}}""";
        var attempts = Attempts.Of(Attempts.Stream(Body(Created, Failed)), Attempts.Stream(Body(Created, Delta, Completed)));
        await using var stream = Stream(attempts, new RetryOptions());
        var types = new List<string>();
        await foreach (var item in stream.WithCancellation(Token))
        {
            types.Add(item.Type);
        }

        Assert.Equal(["response.created", "response.output_text.delta", "response.completed"], types);
        Assert.Equal(2, attempts.Count);
    }

    [Fact]
    public async Task Stream_BrokenAfterContent_IsNotRepeated()
    {
        var attempts = Attempts.Of(Attempts.Breaks(Body(Created, Delta)), Attempts.Stream(Body(Created, Delta, Completed)));
        await using var stream = Stream(attempts, new RetryOptions());

        await Assert.ThrowsAsync<StreamInterruptedException>(() => stream.CollectAsync(Token));

        Assert.Equal(1, attempts.Count);
    }

    [Fact]
    public async Task Answer_LargerThanAllowed_Fails()
    {
        var deltas = string.Concat(Enumerable.Repeat(Body(Delta), 200));
        await using var stream = Stream(Attempts.Of(Attempts.Stream(deltas + Body(Completed))), configure: static options => options.Limits = new StreamLimits { MaxAnswerChars = 100 });

        var thrown = await Assert.ThrowsAsync<OpenRouterException>(() => stream.CollectAsync(Token));

        Assert.Contains("MaxAnswerChars", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_AfterTheLastEvent_LeavesACompleteAnswer()
    {
        var stream = Stream(Attempts.Of(Attempts.Stream(Body(Created, Delta, Completed, Delta))));
        await foreach (var item in stream.WithCancellation(Token))
        {
            if (item.Type == "response.completed")
            {
                break;
            }
        }

        Assert.Equal(AnswerOutcome.Completed, stream.Outcome);
    }

    private static string Body(params string[] events) => string.Concat(events.Select(static data => $"data: {data}\n\n"));

    private static EventStream<Item> Stream(Attempts attempts, RetryOptions? retries = null, Action<OpenRouterClientOptions>? configure = null)
    {
        var transport = attempts.Script.Transport(options =>
        {
            attempts.With(retries ?? RetryOptions.None)(options);
            configure?.Invoke(options);
        });
        return transport.StreamEvents<Item>(new ApiRequest(HttpMethod.Post, "responses"), Token);
    }

    private readonly record struct Item(string Type, JsonElement? Error) : IStreamEvent<Item>
    {
        public void Vary(VaryingPaths paths)
        {
        }

        public Item With(VaryingValues values) => this;

        public StreamEventRole Role => Type switch
        {
            "response.completed" or "message_stop" => StreamEventRole.Completed,
            "response.failed" or "error" => StreamEventRole.Failed,
            _ => StreamEventRole.Event,
        };

        public static Item ReadFrom(ref JsonReader reader)
        {
            var element = JsonRead.Element(ref reader);
            return new Item(element.GetProperty("type").GetString()!, element.TryGetProperty("error", out var error) ? error : null);
        }
    }
}
