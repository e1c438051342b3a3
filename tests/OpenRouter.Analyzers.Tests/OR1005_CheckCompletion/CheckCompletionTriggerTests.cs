using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1005_CheckCompletion;

public sealed class CheckCompletionTriggerTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "local", "var r = await Say.[|SendAsync|](); Show(r.Choices[0].Message.Content);" },
        { "returned text", "var r = await Say.[|SendAsync|](); return r.Choices[0].Message.Content?.ToString();" },
        { "direct", "Show((await Say.[|SendAsync|]()).Choices[0].Message.Content);" },
        { "direct, configured", "return (await Say.[|SendAsync|]().ConfigureAwait(false)).Choices[0].Message.Content.ToString();" },
        { "fallback", "var text = (await Say.[|SendAsync|]()).Choices.FirstOrDefault()?.Message.Content?.ToString() ?? \"\"; Show(text);" },
        { "local of a part", "var r = await Say.[|SendAsync|](); var choice = r.Choices[0]; var message = choice.Message; Show(message.Content);" },
        { "pattern", "if (await Say.[|SendAsync|]() is { Choices: [{ Message.Content: { } content }, ..] }) Show(content);" },
        { "pattern of a local", "var r = await Say.[|SendAsync|](); if (r.Choices is [var choice, ..]) Show(choice.Message.Content);" },
        { "switch expression", "Show((await Say.[|SendAsync|]()) switch { { Choices: [{ Message: { } message }, ..] } => message.Content, _ => null });" },
        { "nested loop", "foreach (var choice in (await Say.[|SendAsync|]()).Choices) Show(choice.Message.Content);" },
        { "LINQ", "var r = await Say.[|SendAsync|](); Show(string.Join(\" \", r.Choices.Select(choice => choice.Message.Content)));" },
        { "usage besides", "var r = await Say.[|SendAsync|](); Show(r.Choices[0].Message.Content); Show(r.Usage?.TotalTokens); Show(r.Id);" },
        { "null tests", "var r = await Say.[|SendAsync|](); if (r is null || r.Choices.Count == 0) return null; Show(r.Choices[0].Message.Content);" },
        { "task in a local", "var task = Say.[|SendAsync|](); await Task.Delay(1); var r = await task; Show(r.Choices[0].Message.Content);" },
        { "task awaited with the text", "var task = Say.[|SendAsync|](); Show((await task).Choices[0].Message.Content);" },
        { "assigned later", "ChatResult r; try { r = await Say.[|SendAsync|](); } catch (OpenRouterException) { return null; } Show(r.Choices[0].Message.Content);" },
        { "blocking", "Show(Say.[|SendAsync|]().Result.Choices[0].Message.Content);" },
        { "helper that reads text", "var r = await Say.[|SendAsync|](); Show(TextOf(r)); static string? TextOf(ChatResult r) => r.Choices[0].Message.Content?.ToString();" },
        { "lambda", "Func<Task<string?>> ask = async () => (await Say.[|SendAsync|]()).Choices[0].Message.Content?.ToString(); Show(await ask());" },
        { "many", "var all = new[] { \"a\", \"b\" }.Select(async text => (await Say.AddUserMessage(text).[|SendAsync|]()).Choices[0].Message.Content); Show(all);" },
        { "request object", "var r = await _client.Chat.[|SendChatCompletionAsync|](new ChatRequest { Model = \"m\", MaxTokens = 500 }); Show(r.Choices[0].Message.Content);" },
        { "message goes elsewhere", "var r = await Say.[|SendAsync|](); Keep(r.Choices[0].Message);" },
        { "tool loop", "var b = Say; while (true) { var m = (await b.[|SendAsync|]()).Choices[0].Message; if (m.ToolCalls is not { Count: > 0 } calls) return m.Content?.ToString(); foreach (var call in calls) b.AddToolMessage(call.Id, \"\"); }" },
        { "collected", "var a = await Ask.StreamAsync().[|CollectAsync|](); Show(a.Text);" },
        { "collected, direct", "_text.Append((await Ask.StreamAsync().[|CollectAsync|](default)).Text);" },
        { "collected through a local", "var stream = Ask.StreamAsync(); stream.OnKeepAlive = elapsed => Show(elapsed); var a = await stream.[|CollectAsync|](); Show(stream.GenerationId); Show(a.Text);" },
        { "collected from a disposed local", "await using var stream = Ask.StreamAsync(); Show((await stream.[|CollectAsync|]()).Text);" },
        { "collected, with reasoning", "var a = await Ask.StreamAsync().[|CollectAsync|](); Show(a.Reasoning); Show(a.Usage);" },
        { "limit of some size", "var r = await Say.WithMaxTokens(400).[|SendAsync|](); Show(r.Choices[0].Message.Content);" },
        { "limit of a variable", "var most = Console.ReadKey().KeyChar; var r = await Say.WithMaxTokens(most).[|SendAsync|](); Show(r.Choices[0].Message.Content);" },
        { "checked for one call only", "var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content); Show(r.Choices[0].FinishReason); var s = await Say.[|SendAsync|](); Show(s.Choices[0].Message.Content);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Text_UsedUnseen_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Fact]
    public async Task Finding_IsAWarning_AndInfoInTests()
    {
        const string Source = "var r = await Say.[|SendAsync|](); Show(r.Choices[0].Message.Content);";
        var document = await RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.WithBody(Source));
        var tests = await RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.WithBody(Source), TestProject.Default with { ReferencesTestFramework = true });

        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await RuleVerifier<CheckCompletionAnalyzer>.DiagnosticsAsync(document.Project)).Severity);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await RuleVerifier<CheckCompletionAnalyzer>.DiagnosticsAsync(tests.Project)).Severity);
    }

    [Fact]
    public Task Endpoint_Triggers() => RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.With("""
        public async Task<string> Summarize(string article, CancellationToken cancellationToken)
        {
            try
            {
                var result = await _client.Chat.CreateChatCompletion("acme/model")
                    .AddSystemMessage("Summarize.")
                    .AddUserMessage(article)
                    .WithMaxTokens(800)
                    .[|SendAsync|](cancellationToken);
                var summary = result.Choices[0].Message.Content?.ToString() ?? throw new InvalidOperationException("No answer.");
                _history.Add(summary);
                return summary.Trim();
            }
            catch (OpenRouterException failure)
            {
                Show(failure.Message);
                return "";
            }
        }
        """));

    [Theory]
    [InlineData("openrouter.nonstreaming_policy = check", "var r = await Say.[|SendAsync|](); Show(r.Choices[0].Message.Content);")]
    [InlineData("openrouter.nonstreaming_policy = limited", "var r = await Say.WithMaxTokens(400).[|SendAsync|](); Show(r.Choices[0].Message.Content);")]
    [InlineData("openrouter.nonstreaming_policy = limited", "var b = _client.Chat.CreateChatCompletion(\"m\"); b.WithMaxTokens(400); var r = await b.[|SendAsync|](); Show(r.Choices[0].Message.Content);")]
    [InlineData("openrouter.nonstreaming_policy = limited", "var r = await _client.Chat.[|SendChatCompletionAsync|](new ChatRequest { Model = \"m\", MaxCompletionTokens = 900 }); Show(r.Choices[0].Message.Content);")]
    [InlineData("openrouter.nonstreaming_policy = limited", "var a = await _client.Chat.CreateStreamingChatCompletion(\"m\").WithMaxTokens(900).StreamAsync().[|CollectAsync|](); Show(a.Text);")]
    [InlineData("openrouter.nonstreaming_policy = limited", "var s = _client.Chat.CreateStreamingChatCompletion(\"m\").WithMaxTokens(900).StreamAsync(); Show((await s.[|CollectAsync|]()).Text);")]
    public Task Policy_Triggers(string setting, string body)
    {
        // A property of the class hides what is set on the request.
        var source = body.Replace("await Say.", "await _client.Chat.CreateChatCompletion(\"m\").AddUserMessage(\"q\").", StringComparison.Ordinal);
        return RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(
            Sample.WithBody(source), TestProject.Default with { EditorConfig = "root = true\n[*.cs]\n" + setting + "\n" });
    }
}
