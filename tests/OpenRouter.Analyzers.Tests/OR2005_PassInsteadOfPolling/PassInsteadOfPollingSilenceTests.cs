using OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2005_PassInsteadOfPolling;

public sealed class PassInsteadOfPollingSilenceTests
{
    /// <summary>Bodies of a method with parameters <c>chunks</c>, <c>token</c> and <c>other</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "passed", "await foreach (var chunk in Ask.StreamAsync(token)) { if (token.IsCancellationRequested) break; Show(chunk); }" },
        { "another one passed", "await foreach (var chunk in Ask.StreamAsync(other)) { if (token.IsCancellationRequested) break; Show(chunk); }" },
        { "none on purpose", "await foreach (var chunk in Ask.StreamAsync(CancellationToken.None)) { if (token.IsCancellationRequested) break; Show(chunk); }" },
        { "WithCancellation", "await foreach (var chunk in Ask.StreamAsync().WithCancellation(token)) { if (token.IsCancellationRequested) break; Show(chunk); }" },
        { "step of the builder", "await foreach (var chunk in Ask.WithCancellation(token).StreamAsync()) { token.ThrowIfCancellationRequested(); Show(chunk); }" },
        { "enumerator with token", "await using var all = Ask.StreamAsync().GetAsyncEnumerator(token); while (!token.IsCancellationRequested && await all.MoveNextAsync()) Show(all.Current);" },
        { "stream of others", "await foreach (var chunk in chunks) { if (token.IsCancellationRequested) break; Show(chunk); }" },
        { "only told", "await foreach (var chunk in Ask.StreamAsync()) { if (token.IsCancellationRequested) Show(1); Show(chunk); }" },
        { "only shown", "await foreach (var chunk in Ask.StreamAsync()) { Show(token.IsCancellationRequested); Show(chunk); }" },
        { "skipped", "await foreach (var chunk in Ask.StreamAsync()) { if (token.IsCancellationRequested) continue; Show(chunk); }" },
        { "under a further condition", "await foreach (var chunk in Ask.StreamAsync()) { if (token.IsCancellationRequested && chunk.Id is null) break; Show(chunk); }" },
        { "inner loop", "await foreach (var chunk in Ask.StreamAsync()) { foreach (var letter in \"abc\") { if (token.IsCancellationRequested) break; Show(letter); } Show(chunk); }" },
        { "lambda", "await foreach (var chunk in Ask.StreamAsync()) { Action show = () => { if (token.IsCancellationRequested) return; Show(chunk); }; show(); }" },
        { "local function", "await foreach (var chunk in Ask.StreamAsync()) { Write(); void Write() { token.ThrowIfCancellationRequested(); Show(chunk); } }" },
        { "source of the chunk", "await foreach (var chunk in Ask.StreamAsync()) { using var one = new CancellationTokenSource(); if (one.IsCancellationRequested) break; Show(chunk); }" },
        { "before the loop", "if (token.IsCancellationRequested) return; await foreach (var chunk in Ask.StreamAsync()) Show(chunk);" },
        { "after the loop", "await foreach (var chunk in Ask.StreamAsync()) Show(chunk); token.ThrowIfCancellationRequested();" },
        { "other flag", "var stopped = false; await foreach (var chunk in Ask.StreamAsync()) { if (stopped) break; Show(chunk); stopped = chunk.Id is null; }" },
        { "Where", "await foreach (var chunk in Ask.StreamAsync().Where(chunk => !token.IsCancellationRequested)) Show(chunk);" },
        { "another loop around", "while (!token.IsCancellationRequested) { await foreach (var chunk in Ask.StreamAsync()) Show(chunk); }" },
        { "test of a worker in a loop of its own", "foreach (var letter in \"abc\") { if (token.IsCancellationRequested) break; await foreach (var chunk in Ask.StreamAsync()) Show(chunk); }" },
        { "other items", "await foreach (var number in Numbers()) { if (token.IsCancellationRequested) break; Show(number); }" },
        { "nothing asked", "await foreach (var chunk in Ask.StreamAsync()) Show(chunk);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<PassInsteadOfPollingAnalyzer>.VerifyAsync(Sample.With(
            "static async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield return 1; }\n"
            + "async Task Run(IAsyncEnumerable<StreamingChatResponse> chunks, CancellationToken token, CancellationToken other) { await Task.Delay(1, token); " + body + " }"));
    }
}
