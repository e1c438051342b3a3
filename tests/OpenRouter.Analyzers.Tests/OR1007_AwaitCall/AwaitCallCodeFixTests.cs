using OpenRouter.Analyzers.Rules.OR1007_AwaitCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1007_AwaitCall;

public sealed class AwaitCallCodeFixTests
{
    [Fact]
    public Task Calls_AreAwaited() => VerifyAsync(
        """
            async Task Run()
            {
                // first
                Say.[|SendAsync|](); // kept
                _ = Say
                    .AddUserMessage("more")
                    .[|SendAsync|]();
                var answer = Say.[|SendAsync|]();
                _ = Ask.StreamAsync().[|CollectAsync|]().ConfigureAwait(false);
                _ = Task.[|Run|](async () =>
                {
                    Say.[|SendAsync|]();
                    await Say.SendAsync();
                });
            }
        """,
        """
            async Task Run()
            {
                // first
                await Say.SendAsync(); // kept
                await Say
                    .AddUserMessage("more")
                    .SendAsync();
                var answer = await Say.SendAsync();
                await Ask.StreamAsync().CollectAsync().ConfigureAwait(false);
                await Task.Run(async () =>
                {
                    await Say.SendAsync();
                    await Say.SendAsync();
                });
            }
        """,
        AwaitCallCodeFix.AwaitKey);

    [Fact]
    public Task AsyncVoid_ReturnsATask() => VerifyAsync(
        """
            private async /* fire */ void [|Run|](string prompt) // and forget
            {
                await Say.AddUserMessage(prompt).SendAsync();
            }

            async Task Call()
            {
                Run("a");
                this.Run("b");
                await Task.Yield();
                Inner();
                async void [|Inner|]() => await Say.SendAsync();
            }
        """,
        """
            private async /* fire */ Task Run(string prompt) // and forget
            {
                await Say.AddUserMessage(prompt).SendAsync();
            }

            async Task Call()
            {
                Run("a");
                this.Run("b");
                await Task.Yield();
                Inner();
                async Task Inner() => await Say.SendAsync();
            }
        """,
        AwaitCallCodeFix.TaskKey);

    /// <summary>Members in which nothing can be awaited or returned.</summary>
    public static TheoryData<string, string> Unfixable => new()
    {
        { "not async", "void Run() { _ = Say.[|SendAsync|](); }" },
        { "constructor", "Sample() { Say.[|SendAsync|](); }" },
        { "lock", "async Task Run() { await Task.Yield(); lock (_text) { Say.[|SendAsync|](); } }" },
        { "lambda that is not async", "async Task Run() { await Task.Yield(); Action later = () => Say.[|SendAsync|](); later(); }" },
        { "stream", "async Task Run() { await Task.Yield(); Ask.[|StreamAsync|](); }" },
        { "may be null", "async Task Run(ChatBuilder? say) { await Task.Yield(); say?.[|SendAsync|](); }" },
        { "local with its type", "async Task Run() { await Task.Yield(); Task task = Say.[|SendAsync|](); }" },
        { "comment in between", "async Task Run() { await Task.Yield(); _ = /* dropped */ Say.[|SendAsync|](); }" },
        { "public", "public async void [|Run|]() => await Say.SendAsync();" },
        { "used as a delegate", "async void [|Run|]() => await Say.SendAsync(); void Call() { Action run = Run; run(); }" },
        { "lambda", "void Run() { new List<int>().ForEach([|async|] number => await Say.SendAsync()); }" },
    };

    [Theory]
    [MemberData(nameof(Unfixable))]
    public async Task Fix_IsNotOffered(string situation, string members)
    {
        Assert.NotEmpty(situation);
        Assert.Empty(await FixVerifier<AwaitCallAnalyzer, AwaitCallCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected, string key)
    {
        return FixVerifier<AwaitCallAnalyzer, AwaitCallCodeFix>.VerifyAsync(Sample.With(members), Sample.With(expected), key);
    }
}
