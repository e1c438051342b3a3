using OpenRouter.Analyzers.Rules.OR2004_MakeWrapperCancellable;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2004_MakeWrapperCancellable;

public sealed class MakeWrapperCancellableSilenceTests
{
    private const string Create = "_client.Chat.CreateStreamingChatCompletion(\"m\")";

    /// <summary>Members of a class.</summary>
    public static TheoryData<string, string> Members => new()
    {
        { "token passed", "async IAsyncEnumerable<string?> Run([EnumeratorCancellation] CancellationToken token = default) { await foreach (var chunk in " + Create + ".StreamAsync(token)) yield return chunk.Id; }" },
        { "WithCancellation", "async IAsyncEnumerable<string?> Run([EnumeratorCancellation] CancellationToken token = default) { await foreach (var chunk in " + Create + ".StreamAsync().WithCancellation(token)) yield return chunk.Id; }" },
        { "token in scope, which OR2001 reports", "async IAsyncEnumerable<string?> Run([EnumeratorCancellation] CancellationToken token = default) { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; }" },
        { "field, which OR2001 reports", "readonly CancellationTokenSource _life = new(); async IAsyncEnumerable<string?> Run() { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; }" },
        { "captured", "IAsyncEnumerable<string?> Run(CancellationToken token) { return Inner(); async IAsyncEnumerable<string?> Inner() { await foreach (var chunk in " + Create + ".StreamAsync(token)) yield return chunk.Id; } }" },
        { "none on purpose", "async IAsyncEnumerable<string?> Run() { await foreach (var chunk in " + Create + ".StreamAsync(CancellationToken.None)) yield return chunk.Id; }" },
        { "token of the builder", "async IAsyncEnumerable<string?> Run() { await foreach (var chunk in " + Create + ".WithCancellation(default).StreamAsync()) yield return chunk.Id; }" },
        { "builder from elsewhere", "async IAsyncEnumerable<string?> Run(StreamingChatBuilder ask) { await foreach (var chunk in ask.AddUserMessage(\"q\").StreamAsync()) yield return chunk.Id; }" },
        { "builder of a field", "readonly StreamingChatBuilder _ask = new(); async IAsyncEnumerable<string?> Run() { await foreach (var chunk in _ask.StreamAsync()) yield return chunk.Id; }" },
        { "stream from elsewhere", "async IAsyncEnumerable<string?> Run(IAsyncEnumerable<StreamingChatResponse> chunks) { await foreach (var chunk in chunks) yield return chunk.Id; }" },
        { "stream from elsewhere, passed", "async IAsyncEnumerable<string?> Run(IAsyncEnumerable<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken token) { await foreach (var chunk in chunks.WithCancellation(token)) yield return chunk.Id; }" },
        { "stream from elsewhere, linked", "async IAsyncEnumerable<string?> Run(IAsyncEnumerable<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken token) { using var source = CancellationTokenSource.CreateLinkedTokenSource(token); await foreach (var chunk in chunks.WithCancellation(source.Token)) yield return chunk.Id; }" },
        { "token used elsewhere", "async IAsyncEnumerable<string?> Run(IAsyncEnumerable<StreamingChatResponse> chunks, [EnumeratorCancellation] CancellationToken token) { await foreach (var chunk in chunks) { await Task.Delay(1, token); yield return chunk.Id; } }" },
        { "override", "abstract class Source { public abstract IAsyncEnumerable<string?> Run(); } class Mine(IOpenRouterClient client) : Source { public override async IAsyncEnumerable<string?> Run() { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion(\"m\").StreamAsync()) yield return chunk.Id; } }" },
        { "interface", "interface ISource { IAsyncEnumerable<string?> Run(); } class Mine(IOpenRouterClient client) : ISource { public async IAsyncEnumerable<string?> Run() { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion(\"m\").StreamAsync()) yield return chunk.Id; } }" },
        { "explicit interface", "interface ISource { IAsyncEnumerable<string?> Run(); } class Mine(IOpenRouterClient client) : ISource { async IAsyncEnumerable<string?> ISource.Run() { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion(\"m\").StreamAsync()) yield return chunk.Id; } }" },
        { "no iterator", "IAsyncEnumerable<string> Run() => " + Create + ".StreamAsync().TextAsync();" },
        { "no wrapper", "async Task Run() { await foreach (var chunk in " + Create + ".StreamAsync()) Show(chunk); }" },
        { "single answer", "async IAsyncEnumerable<string?> Run() { var answer = await Say.SendAsync(); yield return answer.Id; }" },
        { "stream in a lambda", "async IAsyncEnumerable<int> Run() { Func<Task> later = async () => { await foreach (var chunk in " + Create + ".StreamAsync()) Show(chunk); }; await later(); yield return 1; }" },
        { "other stream", "async IAsyncEnumerable<int> Run(IAsyncEnumerable<int> numbers) { await foreach (var number in numbers) yield return number; }" },
        { "sending method", "[SendingMethod(Streams = true)] async IAsyncEnumerable<string?> Run() { await foreach (var chunk in " + Create + ".StreamAsync()) yield return chunk.Id; }" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Member_IsSilent(string situation, string members)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<MakeWrapperCancellableAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
