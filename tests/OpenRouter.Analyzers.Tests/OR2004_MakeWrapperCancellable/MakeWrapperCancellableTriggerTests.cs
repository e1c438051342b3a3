using OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2004_MakeWrapperCancellable;

public sealed class MakeWrapperCancellableTriggerTests
{
    private const string Create = "_client.Chat.CreateStreamingChatCompletion(\"m\")";

    /// <summary>Members of a class.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "public", "public async IAsyncEnumerable<string?> [|Run|](string prompt) { await foreach (var chunk in " + Create + ".AddUserMessage(prompt).StreamAsync()) yield return chunk.Id; }" },
        { "private", "async IAsyncEnumerable<string?> [|Run|]() { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; }" },
        { "static", "static async IAsyncEnumerable<string?> [|Run|](IOpenRouterClient client) { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion(\"m\").StreamAsync()) yield return chunk.Id; }" },
        { "generic", "async IAsyncEnumerable<T> [|Run|]<T>(Func<string?, T> map) { await foreach (var chunk in " + Create + ".StreamAsync()) yield return map(chunk.Id); }" },
        { "virtual", "protected virtual async IAsyncEnumerable<string?> [|Run|]() { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; }" },
        { "text view", "async IAsyncEnumerable<string> [|Run|]() { await foreach (var text in " + Create + ".StreamAsync().TextAsync()) yield return text; }" },
        { "async LINQ", "async IAsyncEnumerable<string?> [|Run|]() { await foreach (var id in " + Create + ".StreamAsync().Select(chunk => chunk.Id)) yield return id; }" },
        { "materialised", "async IAsyncEnumerable<string?> [|Run|]() { foreach (var chunk in await " + Create + ".StreamAsync().ToListAsync()) yield return chunk.Id; }" },
        { "enumerator", "async IAsyncEnumerable<string?> [|Run|]() { await using var chunks = " + Create + ".StreamAsync().GetAsyncEnumerator(); while (await chunks.MoveNextAsync()) yield return chunks.Current.Id; }" },
        { "stream in a local", "async IAsyncEnumerable<string?> [|Run|]() { var stream = " + Create + ".StreamAsync(); await foreach (var chunk in stream) yield return chunk.Id; }" },
        { "two streams", "async IAsyncEnumerable<string?> [|Run|]() { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; }" },
        { "local function", "IAsyncEnumerable<string?> Run() { return Inner(); async IAsyncEnumerable<string?> [|Inner|]() { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; } }" },
        { "another client", "async IAsyncEnumerable<string> [|Run|](Pen pen) { await foreach (var fragment in pen.Note(\"n\").WriteAsync()) yield return fragment.Words; }" },
        { "token kept", "static async IAsyncEnumerable<string?> [|Run|](IAsyncEnumerable<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken token = default) { await foreach (var chunk in chunks) yield return chunk.Id; }" },
        { "token kept, own stream type", "static async IAsyncEnumerable<string?> [|Run|](ChatStream<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken token) { await foreach (var chunk in chunks) yield return chunk.Id; }" },
        { "token only asked", "static async IAsyncEnumerable<string?> [|Run|](IAsyncEnumerable<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken token) { await foreach (var chunk in chunks.ConfigureAwait(false)) { token.ThrowIfCancellationRequested(); yield return chunk.Id; } }" },
        { "token kept in an implementation", "interface ISource { IAsyncEnumerable<string?> Run(CancellationToken token); } class Source(IAsyncEnumerable<StreamingChatResponse> chunks) : ISource { public async IAsyncEnumerable<string?> [|Run|]([EnumeratorCancellation] CancellationToken token) { await foreach (var chunk in chunks) yield return chunk.Id; } }" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Wrapper_Triggers(string situation, string members)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<MakeWrapperCancellableAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
