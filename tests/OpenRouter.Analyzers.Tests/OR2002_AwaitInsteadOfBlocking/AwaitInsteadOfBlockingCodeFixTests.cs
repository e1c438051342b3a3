using OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2002_AwaitInsteadOfBlocking;

public sealed class AwaitInsteadOfBlockingCodeFixTests
{
    [Fact]
    public Task Waits_AreAwaited() => VerifyAsync(
        """
            async Task<string?> Run(Pen pen)
            {
                // first
                Say.SendAsync().[|Wait|](); // kept
                Show(Say.SendAsync().[|Result|]);
                var id = Say
                    .AddUserMessage("more")
                    .SendAsync()
                    .[|Result|].Id;
                var other = Say.SendAsync().ConfigureAwait(false).GetAwaiter().[|GetResult|]();
                Show(pen.SignAsync(pen.SignAsync("n").[|Result|]).[|Result|]!.Length);
                foreach (var chunk in Ask.StreamAsync().[|ToBlockingEnumerable|]()) // one by one
                {
                    Show(chunk);
                }

                Task.[|WaitAll|](Say.SendAsync(), Task.Delay(1));
                var task = Say.SendAsync();
                return id + other + task.[|Result|].Id + task.Result.Id;
            }
        """,
        """
            async Task<string?> Run(Pen pen)
            {
                // first
                await Say.SendAsync(); // kept
                Show(await Say.SendAsync());
                var id = (await Say
                    .AddUserMessage("more")
                    .SendAsync()).Id;
                var other = await Say.SendAsync().ConfigureAwait(false);
                Show((await pen.SignAsync(await pen.SignAsync("n")))!.Length);
                await foreach (var chunk in Ask.StreamAsync()) // one by one
                {
                    Show(chunk);
                }

                await Task.WhenAll(Say.SendAsync(), Task.Delay(1));
                var task = Say.SendAsync();
                return id + other + (await task).Id + task.Result.Id;
            }
        """);

    /// <summary>Members in which nothing can be awaited.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "not async", "void Run() { Say.SendAsync().[|Wait|](); }" },
        { "property", "string Id => Say.SendAsync().[|Result|].Id;" },
        { "lock", "async Task Run() { await Task.Yield(); lock (_text) { Say.SendAsync().[|Wait|](); } }" },
        { "lambda that is not async", "async Task Run() { await Task.Yield(); Func<string> later = () => Say.SendAsync().[|Result|].Id; Show(later()); }" },
        { "limit", "async Task Run() { await Task.Yield(); Say.SendAsync().[|Wait|](1000); }" },
        { "conditional", "async Task Run(ChatBuilder? say) { await Task.Yield(); Show(say?.SendAsync().[|Result|]); }" },
        { "AggregateException", "async Task Run() { await Task.Yield(); try { Say.SendAsync().[|Wait|](); } catch (AggregateException) { } }" },
        { "comment", "async Task Run() { await Task.Yield(); Show(Say.SendAsync()/* now */.[|Result|]); }" },
        { "blocking sequence in a local", "async Task Run() { await Task.Yield(); var all = Ask.StreamAsync().[|ToBlockingEnumerable|](); Show(all); }" },
        { "WaitAny", "async Task Run() { await Task.Yield(); Task.[|WaitAny|](Say.SendAsync(), Task.Delay(1)); }" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<AwaitInsteadOfBlockingAnalyzer, AwaitInsteadOfBlockingCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<AwaitInsteadOfBlockingAnalyzer, AwaitInsteadOfBlockingCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), AwaitInsteadOfBlockingCodeFix.EquivalenceKey);
    }
}
