using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR3004_CombineSettings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3004_CombineSettings;

public sealed class CombineSettingsTriggerTests
{
    [Theory]
    [InlineData("""await Begin().[|WithTemperature|](1).WithTemperature(0).SendAsync();""")]
    [InlineData("""await Begin().[|WithTemperature|](1).AddUserMessage(text).WithTopP(1).WithTemperature(warmth).SendAsync();""")]
    [InlineData("""await Begin().[|WithTemperature|](1).[|WithTemperature|](0.5).WithTemperature(0).SendAsync();""")]
    [InlineData("""await Begin().[|WithModel|]("m").WithModel(text).SendAsync();""")]
    [InlineData("""await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("m").[|WithTopP|](1).WithTopP(0).StreamAsync()) { }""")]
    [InlineData("""given.[|WithResponseFormat|](ChatFormat.Text).WithResponseFormat(ChatFormat.JsonObject);""")]
    [InlineData("""_kept?.[|WithTemperature|](1).WithTemperature(0);""")]
    [InlineData("""pen.[|WithPages|](1).Note(text).WithPages(2);""")]
    [InlineData("""Action<ChatBuilder> warm = builder => builder.[|WithTemperature|](1).WithTemperature(0);""")]
    public Task SetTwice_InOneChain_Triggers(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""await Begin().[|WithMaxTokens|](9).WithMaxCompletionTokens(9).SendAsync();""")]
    [InlineData("""await Begin().[|WithMaxCompletionTokens|](9).AddUserMessage(text).WithMaxTokens(9).SendAsync();""")]
    [InlineData("""await Begin().[|WithReasoning|](new ChatReasoning()).WithReasoningEffort(effort).SendAsync();""")]
    [InlineData("""await Begin().[|WithReasoningEffort|](EffortLevel.High).WithReasoning(new("low")).SendAsync();""")]
    [InlineData("""given.[|WithMaxTokens|](9); given.AddUserMessage(text); given.WithMaxCompletionTokens(9);""")]
    [InlineData("""var request = Begin().[|WithMaxTokens|](9); request.WithMaxCompletionTokens(9); await request.SendAsync();""")]
    [InlineData("""var request = Begin(); request.[|WithMaxTokens|](9); if (isLong) { request.AddUserMessage(text); } await request.WithMaxCompletionTokens(9).SendAsync();""")]
    [InlineData("""ChatBuilder request; request = Begin().[|WithMaxTokens|](9); request = request.WithMaxCompletionTokens(9); await request.SendAsync();""")]
    [InlineData("""if (isLong) { given.[|WithMaxTokens|](9); given.WithMaxCompletionTokens(9); }""")]
    [InlineData("""var request = _client.Chat.CreateStreamingChatCompletion("m").[|WithMaxTokens|](9); await foreach (var chunk in request.WithMaxCompletionTokens(9).StreamAsync()) { }""")]
    [InlineData("""pen.[|WithHaste|](true).WithPatience(true);""")]
    [InlineData("""pen.[|WithPatience|](true); pen.WithHaste(true);""")]
    [InlineData("""Take(new ChatRequest { [|MaxTokens|] = 9, Temperature = 1, MaxCompletionTokens = 9 });""")]
    [InlineData("""ChatRequest request = new() { [|MaxCompletionTokens|] = text.Length, MaxTokens = 9 };""")]
    public Task Contradiction_Triggers(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").[|WithToolChoice|](ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").AddUserMessage(text).[|WithToolChoice|](new("required")).WithTopP(1).SendAsync();""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m"); request.[|WithToolChoice|](ToolChoice.Auto); await request.SendAsync();""")]
    [InlineData("""await foreach (var chunk in _client.Chat.CreateStreamingChatCompletion("m").[|WithToolChoice|](ToolChoice.Auto).StreamAsync()) { }""")]
    [InlineData("""await _client.Chat.SendChatCompletionAsync(new ChatRequest { Model = "m", [|ToolChoice|] = ToolChoice.Auto });""")]
    [InlineData("""await new PostOffice(text).Take("austen").[|WithErrandChoice|]("any").FinishAsync();""")]
    public Task ToolChoice_WithoutTools_Triggers(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public async Task Messages_NameBothSettings()
    {
        var document = await RuleVerifier<CombineSettingsAnalyzer>.VerifyAsync(Sample.WithStatements("""given.[|WithMaxTokens|](9).WithMaxCompletionTokens(9);"""));
        var finding = Assert.Single(await RuleVerifier<CombineSettingsAnalyzer>.DiagnosticsAsync(document.Project));

        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal("'WithMaxTokens' cannot be combined with 'WithMaxCompletionTokens', which is set too", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<CombineSettingsAnalyzer>.VerifyAsync(source);
    }
}
