using OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3001_SendConfiguredRequest;

public sealed class SendRequestCodeFixTests
{
    [Fact]
    public Task Chains_AreSent() => VerifyAsync(
        """
            async Task Run(string text)
            {
                // Told first.
                _client.Chat.[|CreateChatCompletion|]("m").AddUserMessage(text); // kept
                _client.Chat
                    .[|CreateChatCompletion|]("m")
                    .AddUserMessage(text) /* kept */;
                if (text.Length > 0) _client.Chat.[|CreateChatCompletion|]("m");
            }
        """,
        """
            async Task Run(string text)
            {
                // Told first.
                await _client.Chat.CreateChatCompletion("m").AddUserMessage(text).SendAsync(); // kept
                await _client.Chat
                    .CreateChatCompletion("m")
                    .AddUserMessage(text)
                    .SendAsync() /* kept */;
                if (text.Length > 0) await _client.Chat.CreateChatCompletion("m").SendAsync();
            }
        """);

    [Theory]
    [InlineData("""    void Run() { _client.Chat.[|CreateChatCompletion|]("m"); }""")]
    [InlineData("""    async Task Run() { await Task.Yield(); lock (this) { _client.Chat.[|CreateChatCompletion|]("m"); } }""")]
    [InlineData("""    async Task Run() { await Task.Yield(); Try(() => { _client.Chat.[|CreateChatCompletion|]("m"); }); }""")]
    [InlineData("""    async Task Run() { await Task.Yield(); _client.Chat.[|CreateStreamingChatCompletion|]("m"); }""")]
    [InlineData("""    async Task Run() { await Task.Yield(); var request = _client.Chat.[|CreateChatCompletion|]("m"); }""")]
    [InlineData("""    async Task Run() { await Task.Yield(); _ = _client.Chat.[|CreateChatCompletion|]("m"); }""")]
    [InlineData("""    async Task Run() { await Task.Yield(); [|new Pen()|].Note("n"); }""")]
    public async Task WhereNothingCanBeAwaited_OrThereAreSeveralWays_ItIsLeft(string members)
    {
        Assert.Empty(await FixVerifier<SendConfiguredRequestAnalyzer, SendRequestCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<SendConfiguredRequestAnalyzer, SendRequestCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), SendRequestCodeFix.EquivalenceKey);
    }
}
