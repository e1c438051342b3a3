using OpenRouter.Analyzers.Rules.OR2001_PassCancellationToken;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2001_PassCancellationToken;

public sealed class PassCancellationTokenCodeFixTests
{
    [Fact]
    public Task Calls_GetTheToken() => VerifyAsync(
        """
            async Task Run(Pen pen, CancellationToken token)
            {
                await Say.[|SendAsync|](/* why */); // kept
                await foreach (var chunk in Ask
                    .AddUserMessage("n")
                    .[|StreamAsync|]()) { }
                await pen.[|SignAsync|](await pen.[|SignAsync|]("n"));
                await pen.[|SignAsync|]("n", isUrgent: true);
                await pen.[|SignAsync|](
                    "n"
                );
                await foreach (var fragment in pen.[|WriteAsync|]()) { }
            }
        """,
        """
            async Task Run(Pen pen, CancellationToken token)
            {
                await Say.SendAsync(token/* why */); // kept
                await foreach (var chunk in Ask
                    .AddUserMessage("n")
                    .StreamAsync(token)) { }
                await pen.SignAsync(await pen.SignAsync("n", token), token);
                await pen.SignAsync("n", isUrgent: true, stop: token);
                await pen.SignAsync(
                    "n", token
                );
                await foreach (var fragment in pen.WriteAsync(stop: token)) { }
            }
        """,
        "token");

    [Fact]
    public Task Controller_GetsRequestAborted() => VerifyAsync(
        """
            class Chats(IOpenRouterClient client) : ControllerBase
            {
                public async Task Post() { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").[|StreamAsync|]()) { } }
            }
        """,
        """
            class Chats(IOpenRouterClient client) : ControllerBase
            {
                public async Task Post() { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").StreamAsync(HttpContext.RequestAborted)) { } }
            }
        """,
        "HttpContext.RequestAborted");

    [Fact]
    public Task Keyword_IsEscaped() => VerifyAsync(
        "    Task Run(CancellationToken @event) => Say.[|SendAsync|]();",
        "    Task Run(CancellationToken @event) => Say.SendAsync(@event);",
        "@event");

    [Fact]
    public Task FixAll_TouchesItsOwnTokenOnly() => VerifyAsync(
        """
            readonly CancellationTokenSource _life = new();
            Task One() => Say.[|SendAsync|]();
            Task Two(CancellationToken token) => Say.[|SendAsync|]();
        """,
        """
            readonly CancellationTokenSource _life = new();
            Task One() => Say.[|SendAsync|]();
            Task Two(CancellationToken token) => Say.SendAsync(token);
        """.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal),
        "token");

    [Fact]
    public async Task Candidates_AreOfferedBestFirst()
    {
        var offered = await FixVerifier<PassCancellationTokenAnalyzer, PassCancellationTokenCodeFix>.OfferedAsync(Sample.With("""
            class Chats(ChatBuilder say) : ControllerBase
            {
                readonly CancellationTokenSource _life = new();
                public async Task Post(CancellationToken token)
                {
                    using var plain = new CancellationTokenSource();
                    using var linked = CancellationTokenSource.CreateLinkedTokenSource(token, plain.Token);
                    await say.[|SendAsync|]();
                }
            }
            """));

        Assert.Equal(
            ["OR2001:linked.Token", "OR2001:token", "OR2001:plain.Token", "OR2001:HttpContext.RequestAborted", "OR2001:_life.Token"],
            offered);
    }

    private static Task VerifyAsync(string members, string expected, string token)
    {
        return FixVerifier<PassCancellationTokenAnalyzer, PassCancellationTokenCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), PassCancellationTokenCodeFix.EquivalenceKeyOf(token));
    }
}
