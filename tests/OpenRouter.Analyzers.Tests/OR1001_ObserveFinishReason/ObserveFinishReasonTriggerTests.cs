using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1001_ObserveFinishReason;

public sealed class ObserveFinishReasonTriggerTests
{
    [Fact]
    public Task AwaitForeach_OnlyTextAppended_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                _text.Append(chunk.Choices?.FirstOrDefault()?.Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task AwaitForeach_BodyWithoutBraces_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
                _text.Append(chunk.Choices?[0].Delta?.Content);
        }
        """);

    [Fact]
    public Task AwaitForeach_ThroughConfiguration_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            await foreach (var chunk in Ask.[|StreamAsync|]().WithCancellation(token).ConfigureAwait(false))
            {
                Show(chunk.Choices?[^1].Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task AwaitForeach_LocalsAndNestedLoop_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                var held = chunk;
                var choices = held.Choices;
                if (choices == null) continue;
                foreach (var choice in choices)
                {
                    Show(choice.Delta?.Content);
                }
            }
        }
        """);

    [Fact]
    public Task AwaitForeach_Patterns_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                if (chunk is { Choices: [{ Delta.Content: { } text } choice, ..] })
                {
                    Show(text);
                    Show(choice.Index);
                }
            }
        }
        """);

    [Fact]
    public Task AwaitForeach_SwitchExpression_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                Show(chunk.Choices switch { [var first, ..] => first.Delta?.Content, _ => null });
            }
        }
        """);

    [Fact]
    public Task AwaitForeach_LocalStream_TriggersAtTheLocal() => VerifyAsync("""
        async Task Run()
        {
            await using var stream = Ask.StreamAsync();
            stream.OnKeepAlive = waited => Show(waited);
            Show(stream.GenerationId);
            await foreach (var chunk in [|stream|])
            {
                Show(chunk.Choices?[0].Delta);
            }
        }
        """);

    [Fact]
    public Task TextAlone_AndValues_Trigger() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var text in Ask.[|StreamAsync|]().TextAsync()) Show(text);
            await foreach (var value in Ask.[|StreamAsync|]().AsValues()) Show(value.Text?.Length);
            var stream = Ask.StreamAsync();
            await foreach (var text in [|stream|].TextAsync()) Show(text);
        }
        """);

    [Fact]
    public Task AwaitForeach_RawChunks_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]().AsReceived())
            {
                Show(chunk.Choices?[0].Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task AwaitForeach_BreakForAnotherReason_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                _text.Append(chunk.Choices?[0].Delta?.Content);
                if (_text.Length > 1000) break;
            }
        }
        """);

    [Fact]
    public Task AsyncLinq_SelectOfText_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var text in Ask.[|StreamAsync|]().Select(chunk => chunk.Choices?[0].Delta?.Content))
            {
                Show(text);
            }
        }
        """);

    [Fact]
    public Task AsyncLinq_WhereKeepsTheFlow_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]().Where(chunk => chunk.Choices is not null).Skip(1))
            {
                Show(chunk.Choices![0].Delta!.Content);
            }
        }
        """);

    [Fact]
    public Task ToListAsync_TextJoined_Triggers() => VerifyAsync("""
        async Task<string> Run(CancellationToken token)
        {
            var chunks = await Ask.[|StreamAsync|]().ToListAsync(token).ConfigureAwait(false);
            return string.Concat(chunks.Select(chunk => chunk.Choices?[0].Delta?.Content));
        }
        """);

    [Fact]
    public Task ToListAsync_OfText_Triggers() => VerifyAsync("""
        async Task<List<string?>> Run() => await Ask.[|StreamAsync|]().Select(chunk => chunk.Choices?[0].Delta?.Content).ToListAsync();
        """);

    [Fact]
    public Task ToBlockingEnumerable_OnlyText_Triggers() => VerifyAsync("""
        void Run()
        {
            foreach (var chunk in Ask.[|StreamAsync|]().ToBlockingEnumerable())
            {
                Show(chunk.Choices?[0].Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task Enumerator_OnlyText_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            await using var chunks = Ask.[|StreamAsync|]().GetAsyncEnumerator(token);
            while (await chunks.MoveNextAsync())
            {
                var chunk = chunks.Current;
                Show(chunk.Choices?[0].Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task Enumerator_OfConfiguredStream_Triggers() => VerifyAsync("""
        async Task Run(CancellationToken token)
        {
            var chunks = Ask.[|StreamAsync|]().WithCancellation(token).ConfigureAwait(false).GetAsyncEnumerator();
            while (await chunks.MoveNextAsync())
            {
                Show(chunks.Current.Choices?[0].Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task AsyncIterator_YieldsText_Triggers() => VerifyAsync("""
        async IAsyncEnumerable<string> Run([EnumeratorCancellation] CancellationToken token = default)
        {
            await foreach (var chunk in Ask.[|StreamAsync|](token))
            {
                if (chunk.Choices is [{ Delta.Content: { Length: > 0 } text }, ..]) yield return text;
            }
        }
        """);

    [Fact]
    public Task Parameter_BareStream_Triggers() => VerifyAsync("""
        static async Task<string> Run<T>(IAsyncEnumerable<StreamingChatResponse> chunks, T other)
        {
            var text = "";
            await foreach (var chunk in [|chunks|]) text += chunk.Choices?[0].Delta?.Content;
            return text + other;
        }
        """);

    [Fact]
    public Task Helper_ReadsOnlyText_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                Show(TextOf(chunk));
                Show(Inner(chunk));
            }

            static string? Inner(StreamingChatResponse one) => one.Choices?[0].Delta?.Content;
        }

        private static string? TextOf(StreamingChatResponse one) => one.Choices?.Select(choice => DeltaOf(choice)).FirstOrDefault();
        private static string? DeltaOf(StreamingChoice choice) => choice.Delta?.Content;
        """);

    [Fact]
    public Task Lambda_AndLocalFunction_Trigger() => VerifyAsync("""
        Func<Task> Run()
        {
            return async () =>
            {
                await foreach (var chunk in Ask.[|StreamAsync|]()) Show(chunk.Choices?[0].Delta?.Content);
                await Local();
            };

            async Task Local()
            {
                await foreach (var chunk in Ask.[|StreamAsync|]()) Show(chunk.Choices?[0].Delta?.Content);
            }
        }
        """);

    [Fact]
    public Task NameofFinishReason_IsNoRead_Triggers() => VerifyAsync("""
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                Show(chunk.Choices?[0].Delta?.Content);
                Show(nameof(StreamingChoice.FinishReason));
            }
        }
        """);

    [Fact]
    public Task OtherNames_Trigger() => VerifyAsync("""
        async Task Run(Pen pen)
        {
            await foreach (var fragment in pen.[|WriteAsync|](2)) Show(fragment.Words);
            await foreach (var plain in pen.[|SpellAsync|]()) Show(plain.Body);
            await foreach (var envelope in pen.[|SealAsync|]()) Show(envelope.Words);
        }
        """);

    [Fact]
    public Task EventUnion_TerminalCaseNeverMatched_Triggers() => VerifyAsync("""
        async Task Run(Pen pen)
        {
            await foreach (var item in pen.[|MixAsync|]())
            {
                if (item.Words is { } words) Show(words);
                if (item.Case is WordsEvent other) Show(other.Words);
            }
        }
        """);

    [Fact]
    public Task Helper_ThatIgnoresTheChunk_Triggers() => VerifyAsync("""
        static void Count<T>(T value) { }
        async Task Run()
        {
            await foreach (var chunk in Ask.[|StreamAsync|]())
            {
                Show(chunk.Choices?[0].Delta?.Content);
                Count(chunk);
            }
        }
        """);
    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<ObserveFinishReasonAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
