using OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2004_MakeWrapperCancellable;

public sealed class PassTokenOnCodeFixTests
{
    [Fact]
    public Task Wrappers_GetAToken_AndPassItOn() => VerifyAsync(
        """
            /// <summary>The words.</summary>
            public async IAsyncEnumerable<string> [|Words|](
                Pen pen, // who writes
                int pages /* how many */)
            {
                // One by one.
                await foreach (var fragment in pen.WriteAsync(pages)) // streamed
                {
                    yield return fragment.Words;
                }

                await foreach (var fragment in pen.WriteAsync()) yield return fragment.Words;
            }

            IAsyncEnumerable<string> Run(Pen pen)
            {
                Show(Words(pen, 2));
                var cancellationToken = "taken";
                Show(cancellationToken);
                return Inner();
                async IAsyncEnumerable<string> [|Inner|]() { await foreach (var text in _client.Chat.CreateStreamingChatCompletion("m").StreamAsync().TextAsync()) yield return text; }
            }

            static async IAsyncEnumerable<string?> [|Ids|](ChatStream<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken @event)
            {
                await foreach (var chunk in chunks) yield return chunk.Id;
            }
        """,
        """
            /// <summary>The words.</summary>
            public async IAsyncEnumerable<string> Words(
                Pen pen, // who writes
                int pages, [EnumeratorCancellation] CancellationToken cancellationToken = default /* how many */)
            {
                // One by one.
                await foreach (var fragment in pen.WriteAsync(pages, cancellationToken)) // streamed
                {
                    yield return fragment.Words;
                }

                await foreach (var fragment in pen.WriteAsync(stop: cancellationToken)) yield return fragment.Words;
            }

            IAsyncEnumerable<string> Run(Pen pen)
            {
                Show(Words(pen, 2));
                var cancellationToken = "taken";
                Show(cancellationToken);
                return Inner();
                async IAsyncEnumerable<string> Inner([EnumeratorCancellation] CancellationToken cancellationToken2 = default) { await foreach (var text in _client.Chat.CreateStreamingChatCompletion("m").StreamAsync(cancellationToken2).TextAsync()) yield return text; }
            }

            static async IAsyncEnumerable<string?> Ids(ChatStream<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken @event)
            {
                await foreach (var chunk in chunks.WithCancellation(@event)) yield return chunk.Id;
            }
        """);

    /// <summary>Members that cannot take one more parameter.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "params", "async IAsyncEnumerable<string> [|Run|](Pen pen, params string[] texts) { await foreach (var fragment in pen.WriteAsync()) yield return fragment.Words; }" },
        { "overloads", "async IAsyncEnumerable<string> [|Run|](Pen pen) { await foreach (var fragment in pen.WriteAsync()) yield return fragment.Words; } void Run(Pen pen, string text) { }" },
        { "delegate", "async IAsyncEnumerable<string> [|Run|](Pen pen) { await foreach (var fragment in pen.WriteAsync()) yield return fragment.Words; } Func<Pen, IAsyncEnumerable<string>> Runner => Run;" },
        { "stream in a local", "async IAsyncEnumerable<string> [|Run|](Pen pen) { var stream = pen.WriteAsync(); await foreach (var fragment in stream) yield return fragment.Words; }" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<MakeWrapperCancellableAnalyzer, PassTokenOnCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<MakeWrapperCancellableAnalyzer, PassTokenOnCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), PassTokenOnCodeFix.EquivalenceKey);
    }
}
