using OpenRouter.Analyzers.Rules.OR6001_AppendToBuilder;
using OpenRouter.Analyzers.Tests.Harness;
using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.OR6001_AppendToBuilder;

public sealed class AppendToBuilderSilenceTests
{
    /// <summary>Bodies of a method with locals <c>text</c> and <c>count</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "builder", "await foreach (var chunk in Ask.StreamAsync()) _text.Append(chunk.Choices?[0].Delta?.Content);" },
        { "string of the round", "await foreach (var chunk in Ask.StreamAsync()) { var line = \"data: \"; line += chunk.Choices?[0].Delta?.Content; Show(line); }" },
        { "sentences", "await foreach (var chunk in Ask.StreamAsync()) { text += chunk.Choices?[0].Delta?.Content; if (text.EndsWith('.')) { Show(text); text = \"\"; } }" },
        { "rest of a line", "await foreach (var piece in Ask.StreamAsync().TextAsync()) { text += piece; var end = text.LastIndexOf('\\n'); if (end >= 0) { Show(text[..end]); text = text[(end + 1)..]; } }" },
        { "handed out by reference", "await foreach (var chunk in Ask.StreamAsync()) { text += chunk.Choices?[0].Delta?.Content; Flush(ref text); }" },
        { "emptied by a method", "await foreach (var chunk in Ask.StreamAsync()) { _line += chunk.Choices?[0].Delta?.Content; if (_line.EndsWith('.')) EndLine(); }" },
        { "emptied by a local function", "await foreach (var chunk in Ask.StreamAsync()) { text += chunk.Choices?[0].Delta?.Content; if (text.EndsWith('.')) End(); } void End() { Show(text); text = \"\"; }" },
        { "left at once", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Id is null) { text += chunk.Choices?[0].Delta?.Content; break; } }" },
        { "returned at once", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Id is null) { text += chunk.Choices?[0].Delta?.Content; return text; } }" },
        { "at the finish reason", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Choices?[0].FinishReason is { } reason) { text += chunk.Choices[0].Delta?.Content + reason; } }" },
        { "at the finish reason of a local", "await foreach (var chunk in Ask.StreamAsync()) { var reason = chunk.Choices?[0].FinishReason; if (reason != null) { text += chunk.Choices?[0].Delta?.Content; } }" },
        { "skipped until the end", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Choices?[0].FinishReason is null) continue; text += chunk.Choices[0].Delta?.Content; }" },
        { "at the usage", "await foreach (var chunk in Ask.StreamAsync()) { if (chunk.Usage is not null) text += chunk.Choices?[0].Delta?.Content; }" },
        { "switch over the end", "await foreach (var chunk in Ask.StreamAsync()) { switch (chunk.Choices?[0].FinishReason?.Value) { case \"length\": text += chunk.Choices[0].Delta?.Content; break; } }" },
        { "in a catch block", "await foreach (var chunk in Ask.StreamAsync()) { try { Show(chunk); } catch (Exception) { text += chunk.Choices?[0].Delta?.Content; } }" },
        { "a dot a chunk", "await foreach (var chunk in Ask.StreamAsync()) { text += \".\"; Show(chunk); }" },
        { "id", "await foreach (var chunk in Ask.StreamAsync()) text += chunk.Id;" },
        { "number", "await foreach (var chunk in Ask.StreamAsync()) count += chunk.Choices?[0].Delta?.Content?.Length ?? 0;" },
        { "few chunks", "await foreach (var chunk in Ask.StreamAsync().Take(3)) text += chunk.Choices?[0].Delta?.Content;" },
        { "dictionary", "var answers = new Dictionary<long, string>(); await foreach (var chunk in Ask.StreamAsync()) answers[chunk.Choices![0].Index] += chunk.Choices[0].Delta?.Content;" },
        { "replaced", "await foreach (var chunk in Ask.StreamAsync()) text = chunk.Choices?[0].Delta?.Content ?? \"\";" },
        { "last piece", "await foreach (var chunk in Ask.StreamAsync()) text = \"> \" + chunk.Choices?[0].Delta?.Content;" },
        { "not streamed", "foreach (var letter in \"abc\") { var answer = await _client.Chat.CreateChatCompletion(\"m\").SendAsync(); text += answer.Choices[0].Message.Reasoning; }" },
        { "after the loop", "await foreach (var chunk in Ask.StreamAsync()) _text.Append(chunk.Choices?[0].Delta?.Content); text += _text.ToString();" },
        { "other stream", "await foreach (var line in Lines()) text += line;" },
        { "a stream a round", "foreach (var letter in \"abc\") { var answer = await Ask.StreamAsync().CollectAsync(); text += answer.Text; }" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(Sample.With(
            "string _line = \"\"; void EndLine() { Show(_line); _line = \"\"; } static void Flush(ref string text) { text = \"\"; } static async IAsyncEnumerable<string> Lines() { await Task.Yield(); yield return \"a\"; }\n"
            + "async Task<string> Run() { await Task.Yield(); var text = \"\"; var count = 0; " + body + " return text + count; }"));
    }

    [Theory]
    [InlineData("class Chat(IOpenRouterClient client) : Microsoft.AspNetCore.Components.ComponentBase", "string _shown = \"\";", "_shown")]
    [InlineData("class Chat(IOpenRouterClient client) : System.ComponentModel.INotifyPropertyChanged", "public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged { add { } remove { } } string _shown = \"\";", "_shown")]
    [InlineData("class Chat(IOpenRouterClient client)", "public string Shown { get; set; } = \"\";", "Shown")]
    public async Task BoundMember_IsAllowedByOption(string type, string members, string target)
    {
        string Source(string mention) => type + " { " + members
            + " async Task Run() { await foreach (var chunk in client.Chat.CreateStreamingChatCompletion(\"m\").StreamAsync()) " + mention + " += chunk.Choices?[0].Delta?.Content; } }";
        var project = TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, BlazorStub.Source] };

        await RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(Source("[|" + target + "|]"), project);
        await RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(Source(target), project with { EditorConfig = "root = true\n[*.cs]\nopenrouter.allow_bound_append = true\n" });
    }

    [Fact]
    public async Task Local_IsNotAllowedByOption()
    {
        await RuleVerifier<AppendToBuilderAnalyzer>.VerifyAsync(
            Sample.With("async Task<string> Run() { var text = \"\"; await foreach (var chunk in Ask.StreamAsync()) [|text|] += chunk.Choices?[0].Delta?.Content; return text; }"),
            TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.allow_bound_append = true\n" });
    }
}
