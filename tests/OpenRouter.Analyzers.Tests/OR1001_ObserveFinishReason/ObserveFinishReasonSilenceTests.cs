using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1001_ObserveFinishReason;

public sealed class ObserveFinishReasonSilenceTests
{
    public static TheoryData<string, string> Observations => new()
    {
        { "read in a condition", "if (chunk.Choices?[0].FinishReason != null) break; Show(chunk.Choices?[0].Delta?.Content);" },
        { "read through locals", "var choice = chunk.Choices![0]; Show(choice.Delta?.Content); Show(choice.FinishReason);" },
        { "native reason", "Show(chunk.Choices![0].Delta?.Content); Show(chunk.Choices![0].NativeFinishReason);" },
        { "property pattern", "if (chunk.Choices is [{ Delta.Content: { } text, FinishReason: null }, ..]) Show(text);" },
        { "pattern variable", "if (chunk.Choices is [var choice, ..]) { Show(choice.Delta?.Content); Show(choice.FinishReason); }" },
        { "switch expression", "Show(chunk.Choices?[0].Delta?.Content); Show(chunk.Choices?[0] switch { { FinishReason: { } end } => end, _ => default });" },
        { "switch statement", "Show(chunk.Choices?[0].Delta?.Content); switch (chunk.Choices?[0]) { case { FinishReason: { } end }: Show(end); break; }" },
        { "nested loop", "foreach (var choice in chunk.Choices!) { Show(choice.Delta?.Content); Show(choice.FinishReason); }" },
        { "LINQ lambda", "Show(chunk.Choices?[0].Delta?.Content); if (chunk.Choices!.Any(choice => choice.FinishReason is not null)) break;" },
        { "LINQ result", "var choice = chunk.Choices?.Where(one => one.Index == 0).FirstOrDefault(); Show(choice?.Delta?.Content); Show(choice?.FinishReason);" },
        { "coalesce", "var choice = chunk.Choices?[0] ?? new StreamingChoice(); Show(choice.Delta?.Content); Show(choice.FinishReason);" },
        { "lambda", "Action read = () => Show(chunk.Choices?[0].FinishReason); Show(chunk.Choices?[0].Delta?.Content); read();" },
        { "verdict of a user's own", "Show(chunk.Choices?[0].Delta?.Content); if (chunk.Choices![0].IsLast) break;" },
        { "method group", "Show(chunk.Choices?[0].Delta?.Content); Show(chunk.Choices!.Select(Reason).First());" },
        { "helper", "Show(chunk.Choices?[0].Delta?.Content); Show(Reason(chunk.Choices![0]));" },
    };

    public static TheoryData<string, string> Escapes => new()
    {
        { "argument", "Show(chunk.Choices?[0].Delta?.Content); Keep(chunk);" },
        { "part as argument", "Show(chunk.Choices?[0].Delta?.Content); Keep(chunk.Choices);" },
        { "field", "Show(chunk.Choices?[0].Delta?.Content); _last = chunk;" },
        { "collection", "Show(chunk.Choices?[0].Delta?.Content); _all.Add(chunk);" },
        { "interpolation", "Show(chunk.Choices?[0].Delta?.Content); Show($\"{chunk}\");" },
        { "object", "Show(chunk.Choices?[0].Delta?.Content); object boxed = chunk; Show(boxed);" },
        { "conditional object", "Show(chunk.Choices?[0].Delta?.Content); Show(_all.Count > 1 ? (object)chunk : \"\");" },
        { "tuple", "Show(chunk.Choices?[0].Delta?.Content); var pair = (chunk, 1); Show(pair);" },
        { "anonymous type", "Show(chunk.Choices?[0].Delta?.Content); var kept = new { chunk }; Show(kept);" },
        { "own method", "Show(chunk.Choices?[0].Delta?.Content); Show(chunk.ToString());" },
        { "virtual helper", "Show(chunk.Choices?[0].Delta?.Content); Virtual(chunk);" },
        { "collection expression", "Show(chunk.Choices?[0].Delta?.Content); StreamingChatResponse[] one = [chunk]; Show(one);" },
    };

    public static TheoryData<string, string> Unread => new()
    {
        { "warm-up", "Show(chunk.Choices?[0].Delta?.Content); break;" },
        { "warm-up without braces", "return;" },
        { "counts", "_count++;" },
        { "counts choices", "_count += chunk.Choices?.Count ?? 0;" },
        { "usage only", "Show(chunk.Usage?.TotalTokens);" },
        { "id only", "Show(chunk.Id);" },
    };

    [Theory]
    [MemberData(nameof(Observations))]
    [MemberData(nameof(Escapes))]
    [MemberData(nameof(Unread))]
    public async Task Loop_ObservedEscapingOrUnread_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync($$"""
            StreamingChatResponse? _last; readonly List<StreamingChatResponse> _all = []; int _count;
            static void Keep<T>(T value) => Console.WriteLine(value);
            protected virtual void Virtual(StreamingChatResponse chunk) => _last = chunk;
            static FinishReason? Reason(StreamingChoice choice) => choice.FinishReason;
            async Task Run()
            {
                await foreach (var chunk in Ask.StreamAsync()) { {{body}} }
            }
            """);
    }

    [Fact]
    public Task LastChunk_ReadAfterTheLoop_IsSilent() => VerifyAsync("""
        async Task Run()
        {
            StreamingChatResponse? last = null;
            await foreach (var chunk in Ask.StreamAsync())
            {
                Show(chunk.Choices?[0].Delta?.Content);
                last = chunk;
            }

            Show(last?.Choices?[0].FinishReason);
        }
        """);

    [Fact]
    public Task Answer_ReadAfterTheLoop_IsSilent() => VerifyAsync("""
        async Task Run()
        {
            var stream = Ask.StreamAsync();
            await foreach (var chunk in stream) Show(chunk.Choices?[0].Delta?.Content);
            Show(stream.Answer.FinishReason);
        }
        """);

    [Fact]
    public Task Answer_OfRawStream_IsSilent() => VerifyAsync("""
        async Task Run()
        {
            var stream = Ask.StreamAsync();
            await foreach (var chunk in stream.AsReceived().WithCancellation(default)) Show(chunk.Choices?[0].Delta?.Content);
            Show(stream.Answer);
        }
        """);

    [Fact]
    public Task Stream_ThatLeavesTheMethod_IsSilent() => VerifyAsync("""
        async Task<ChatStream<StreamingChatResponse>> Run()
        {
            var stream = Ask.StreamAsync();
            await foreach (var chunk in stream) Show(chunk.Choices?[0].Delta?.Content);
            return stream;
        }
        """);

    [Fact]
    public Task Stream_OfTheCallerOrAField_IsSilent() => VerifyAsync("""
        readonly ChatStream<StreamingChatResponse> _stream = new();
        async Task Run(ChatStream<StreamingChatResponse> stream)
        {
            await foreach (var chunk in stream) Show(chunk.Choices?[0].Delta?.Content);
            await foreach (var chunk in _stream) Show(chunk.Choices?[0].Delta?.Content);
        }
        """);

    [Fact]
    public Task Collector_AndTextWhoseStreamIsAsked_AreSilent() => VerifyAsync("""
        async Task Run()
        {
            var answer = await Ask.StreamAsync().CollectAsync();
            Show(answer.Text);
            var stream = Ask.StreamAsync();
            await foreach (var text in stream.TextAsync()) Show(text);
            Show(stream.Answer.Outcome);
            await foreach (var value in Ask.StreamAsync().AsValues()) { Show(value.Text); if (value.Frame.Choices is [{ FinishReason: { } }]) return; }
        }
        """);

    [Fact]
    public Task CollectorOfOnesOwn_IsSilent() => VerifyAsync("""
        [StreamCollector]
        static async Task<string> Run(IAsyncEnumerable<StreamingChatResponse> chunks)
        {
            var text = "";
            await foreach (var chunk in chunks) text += chunk.Choices?[0].Delta?.Content;
            return text;
        }
        """);

    [Fact]
    public Task AsyncLinq_ThatLooksOrKeepsTheChunk_IsSilent() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.StreamAsync().TakeWhile(chunk => chunk.Choices?[0].FinishReason is null)) Show(chunk.Choices?[0].Delta?.Content);
            await foreach (var pair in Ask.StreamAsync().Select(chunk => (chunk.Choices?[0].Delta?.Content, chunk))) Show(pair);
            Show(await Ask.StreamAsync().CountAsync());
            Show((await Ask.StreamAsync().FirstAsync()).Choices?[0].Delta?.Content);
            Show(await Ask.StreamAsync().ToListAsync());
        }
        """);

    [Fact]
    public Task AsyncIterator_YieldsChunks_IsSilent() => VerifyAsync("""
        async IAsyncEnumerable<StreamingChatResponse> Run()
        {
            await foreach (var chunk in Ask.StreamAsync())
            {
                Show(chunk.Choices?[0].Delta?.Content);
                yield return chunk;
            }
        }
        """);

    [Fact]
    public Task EventUnion_TerminalCaseMatchedOrTagRead_IsSilent() => VerifyAsync("""
        async Task Run(Pen pen)
        {
            await foreach (var item in pen.PostAsync())
            {
                switch (item) { case WordsEvent words: Show(words.Words); break; case PostedEvent: Show("end"); break; }
            }

            await foreach (var item in pen.PostAsync())
            {
                if (item.Kind == "posted") Show("end");
                else if (item is WordsEvent words) Show(words.Words);
            }

            await foreach (var item in pen.MixAsync())
            {
                Show(item.Words);
                if (item.Case is PostedEvent) Show("end");
            }

            await foreach (var item in pen.SealAsync())
            {
                Show(item.Words);
                if (item.Posted is not null) Show("end");
            }
        }
        """);

    [Fact]
    public Task ChunkWithoutFinishReason_IsSilent() => VerifyAsync("""
        async Task Run(Pen pen)
        {
            await foreach (var tick in pen.TickAsync()) Show(tick.Words);
        }
        """);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<ObserveFinishReasonAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
