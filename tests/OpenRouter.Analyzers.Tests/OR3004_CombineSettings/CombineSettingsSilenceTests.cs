using OpenRouter.Analyzers.Rules.OR3004_CombineSettings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3004_CombineSettings;

public sealed class CombineSettingsSilenceTests
{
    [Theory]
    // Steps that add, other settings, and other requests.
    [InlineData("""await Begin().AddUserMessage(text).AddUserMessage(text).WithTemperature(1).WithTopP(1).SendAsync();""")]
    [InlineData("""await Begin().AddFunctionTool(tool).AddFunctionTool(tool).SendAsync();""")]
    [InlineData("""await Begin().WithTools([tool]).WithTools([tool]).SendAsync();""")]
    [InlineData("""pen.Note(text).Note(text);""")]
    [InlineData("""await Begin().WithTemperature(1).SendAsync(); await Begin().WithTemperature(0).SendAsync();""")]
    [InlineData("""await Begin().WithMaxTokens(9).SendAsync(); await Begin().WithMaxCompletionTokens(9).SendAsync();""")]
    // Defaults that are overridden later, in statements of their own.
    [InlineData("""var request = Begin().WithTemperature(1); if (isLong) { request.WithTemperature(0); } await request.SendAsync();""")]
    [InlineData("""var request = Begin().WithTemperature(1); await request.SendAsync(); await request.WithTemperature(0).SendAsync();""")]
    [InlineData("""await Begin().WithTemperature(1).Politely().WithTemperature(0).SendAsync();""")]
    // Only one of both may be set.
    [InlineData("""if (isLong) { given.WithMaxTokens(9); } else { given.WithMaxCompletionTokens(9); }""")]
    [InlineData("""given.WithMaxTokens(9); if (isLong) { given.WithMaxCompletionTokens(9); }""")]
    [InlineData("""_ = isLong ? given.WithMaxTokens(9) : given.WithMaxCompletionTokens(9);""")]
    [InlineData("""switch (text) { case "a": given.WithMaxTokens(9); break; default: given.WithMaxCompletionTokens(9); break; }""")]
    [InlineData("""try { given.WithMaxTokens(9); } catch (Exception) { given.WithMaxCompletionTokens(9); }""")]
    [InlineData("""given.WithMaxTokens(9); Action later = () => given.WithMaxCompletionTokens(9);""")]
    [InlineData("""given.WithMaxTokens(9); var isSet = isLong && given.WithMaxCompletionTokens(9) is not null;""")]
    // Another request, or another builder, comes between them.
    [InlineData("""given.WithMaxTokens(9); await given.SendAsync(); given.WithMaxCompletionTokens(9);""")]
    [InlineData("""given.WithMaxTokens(9); Take(given); given.WithMaxCompletionTokens(9);""")]
    [InlineData("""given.WithMaxTokens(9); given = Begin(); given.WithMaxCompletionTokens(9);""")]
    [InlineData("""var request = Begin().WithMaxTokens(9); request = Begin().WithMaxCompletionTokens(9); await request.SendAsync();""")]
    [InlineData("""var first = Begin().WithMaxTokens(9); var second = Begin().WithMaxCompletionTokens(9); Take(first); Take(second);""")]
    [InlineData("""Begin().WithMaxTokens(9); Begin().WithMaxCompletionTokens(9);""")]
    // Null leaves a setting out.
    [InlineData("""await Begin().WithReasoning(null!).WithReasoningEffort(effort).SendAsync();""")]
    [InlineData("""await Begin().WithReasoning(new()).WithReasoningEffort(default).SendAsync();""")]
    [InlineData("""given.WithReasoning(new()).WithReasoningEffort(effort); if (isLong) { given.WithReasoning(null!); }""")]
    [InlineData("""Take(new ChatRequest { MaxTokens = null, MaxCompletionTokens = 9 });""")]
    [InlineData("""Take(new ChatRequest { MaxTokens = isLong ? 9 : null, MaxCompletionTokens = isLong ? null : 9 });""")]
    [InlineData("""var old = new ChatRequest { MaxTokens = 9 }; var made = new ChatRequest { MaxCompletionTokens = 9 }; Take(old); Take(made);""")]
    public Task Settings_ThatGoTogether_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").WithTools([tool]).WithToolChoice(ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.Auto).AddFunctionTool(tool).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.Auto).AddOpenrouterWebSearchTool("w").SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").AddToolMessage("1", text).WithToolChoice(ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.None).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").WithToolChoice(new("none")).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").WithToolChoice(isLong ? ToolChoice.None : ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await BeginWithTools().WithToolChoice(ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await given.WithToolChoice(ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await _kept!.WithToolChoice(ToolChoice.Auto).SendAsync();""")]
    [InlineData("""await _client.Chat.CreateChatCompletion("m").Politely().WithToolChoice(ToolChoice.Auto).SendAsync();""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.Auto); if (isLong) { request.AddFunctionTool(tool); } await request.SendAsync();""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.Auto); Take(request); await request.SendAsync();""")]
    [InlineData("""var request = _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.Auto); void Add() => request.AddFunctionTool(tool); Add(); await request.SendAsync();""")]
    [InlineData("""_kept = _client.Chat.CreateChatCompletion("m").WithToolChoice(ToolChoice.Auto);""")]
    [InlineData("""await _client.Chat.SendChatCompletionAsync(new ChatRequest { Tools = [tool], ToolChoice = ToolChoice.Auto });""")]
    [InlineData("""await _client.Chat.SendChatCompletionAsync(new ChatRequest { ToolChoice = null });""")]
    public Task ToolChoice_ThatMayHaveTools_IsSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public Task BuildsThatDiffer_AreSilent() => VerifyAsync(Sample.With("""
        async Task Run()
        {
            await Begin()
                .WithTemperature(1)
        #if !RELEASE
                .WithTemperature(0)
        #endif
                .SendAsync();
        }
        """));

    [Fact]
    public Task OwnBuilder_ThatAdds_IsSilent() => VerifyAsync("""
        class Letter
        {
            public Letter WithPage(string page) => this;
            public static void Write() => new Letter().WithPage("a").WithPage("b");
        }
        """);

    [Fact]
    public Task StepsThatMayAdd_OrNeedSeveralValues_AreSilent() => VerifyAsync("""
        using OpenRouter.Runtime.Annotations;

        [RequestBuilder]
        class Letter
        {
            public Letter WithHeader(string name, string value) => this;
            public Letter WithPages(params string[] pages) => this;
            public Letter WithPage(Action<string> build) => this;
            public Letter WithNotes(Dictionary<string, string> notes) => this;
            [OffersTools] public Letter WithTool(string tool) => this;
            public Letter WithExtra<T>(T extra) => this;
            public Letter Append(string text) => this;
            public Envelope WithCover(int size) => new();
            public static void Write() => new Letter().WithHeader("a", "b").WithHeader("c", "d").WithPages("a").WithPages("b").WithPage(_ => { }).WithPage(_ => { })
                .WithNotes([]).WithNotes([]).WithTool("t").WithTool("u").WithExtra(1).WithExtra(2).Append("a").Append("b").WithCover(1).WithCover(2);
        }

        [RequestBuilder]
        class Envelope { public Letter WithCover(int size) => new(); }
        """);

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<CombineSettingsAnalyzer>.VerifyAsync(source);
    }
}
