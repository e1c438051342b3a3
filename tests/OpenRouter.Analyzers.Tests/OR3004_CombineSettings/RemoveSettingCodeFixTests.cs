using OpenRouter.Analyzers.Rules.OR3004_CombineSettings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3004_CombineSettings;

public sealed class RemoveSettingCodeFixTests
{
    [Fact]
    public Task EarlierSettings_LeaveTheirChain_CommentsStay() => VerifyAsync(
        """
            async Task Run(string text, double warmth)
            {
                // First.
                await Begin().[|WithTemperature|](1).AddUserMessage(text).WithTemperature(warmth).SendAsync(); // kept
                await Begin() // begun
                    .[|WithMaxTokens|](9) // few
                    .[|WithTemperature|](warmth)
                    // Not warm at all.
                    .[|WithTemperature|](0.5)
                    .WithTemperature(0) // cold
                    .WithMaxCompletionTokens(9)
                    .SendAsync();
                await Begin() // begun
                    .[|WithTopP|](1)
                    .WithTopP(0)
                    .SendAsync();
                var request = Begin().[|WithMaxTokens|](9);
                request.WithMaxCompletionTokens(9);
                await request.SendAsync();
                await _client.Chat.CreateChatCompletion("m").[|WithToolChoice|](ToolChoice.Auto).SendAsync();
                _kept?.AddUserMessage(text).[|WithTopP|](1).WithTopP(0);
            }
        """,
        """
            async Task Run(string text, double warmth)
            {
                // First.
                await Begin().AddUserMessage(text).WithTemperature(warmth).SendAsync(); // kept
                await Begin() // begun
                     // few
                    // Not warm at all.
                    .WithTemperature(0) // cold
                    .WithMaxCompletionTokens(9)
                    .SendAsync();
                await Begin() // begun
                    .WithTopP(0)
                    .SendAsync();
                var request = Begin();
                request.WithMaxCompletionTokens(9);
                await request.SendAsync();
                await _client.Chat.CreateChatCompletion("m").SendAsync();
                _kept?.AddUserMessage(text).WithTopP(0);
            }
        """);

    [Theory]
    // Without the step nothing would be left of the statement.
    [InlineData("""given.[|WithMaxTokens|](9); given.WithMaxCompletionTokens(9);""")]
    // The value does something besides.
    [InlineData("""given.[|WithTemperature|](Next()).WithTemperature(0);""")]
    [InlineData("""given.[|WithTemperature|](count++).WithTemperature(0);""")]
    [InlineData("""given.[|WithTemperature|](warmth = 1).WithTemperature(warmth);""")]
    [InlineData("""given.[|WithTemperature|](await Task.FromResult(1.0)).WithTemperature(0);""")]
    // A comment would go with it.
    [InlineData("""given.[|WithTemperature|](1 /* warm */).WithTemperature(0);""")]
    [InlineData("""given?.[|WithTemperature|](1).WithTemperature(0);""")]
    [InlineData("""Take(new ChatRequest { [|MaxTokens|] = 9, MaxCompletionTokens = 9 });""")]
    public async Task WhereMoreThanTheSettingWouldGo_ItIsLeft(string statements)
    {
        var members = "    async Task Run(ChatBuilder given, double warmth, int count) { await Task.Yield(); " + statements + " }";
        Assert.Empty(await FixVerifier<CombineSettingsAnalyzer, RemoveSettingCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<CombineSettingsAnalyzer, RemoveSettingCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected), RemoveSettingCodeFix.EquivalenceKey);
    }
}
