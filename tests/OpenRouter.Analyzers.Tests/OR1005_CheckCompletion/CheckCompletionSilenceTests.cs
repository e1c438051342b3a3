using OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1005_CheckCompletion;

public sealed class CheckCompletionSilenceTests
{
    private const string Text = " Show(r.Choices[0].Message.Content);";

    /// <summary>What is done with an answer, before its text is shown.</summary>
    public static TheoryData<string, string> Looks => new()
    {
        { "compared", "if (r.Choices[0].FinishReason != FinishReason.Stop) throw new Exception();" },
        { "shown", "Show(r.Choices[0].FinishReason);" },
        { "presence", "if (r.Choices[0].FinishReason is null) return null;" },
        { "pattern", "if (r is { Choices: [{ FinishReason: { } end }, ..] } && end == FinishReason.Length) throw new Exception();" },
        { "pattern of the choice", "if (r.Choices is not [{ FinishReason.Value: \"stop\" }, ..]) return null;" },
        { "switch", "switch (r.Choices[0].FinishReason?.Value) { case \"length\": throw new Exception(); }" },
        { "verdict of LINQ", "if (r.Choices.Any(choice => choice.FinishReason == FinishReason.Length)) return null;" },
        { "local of the choice", "var choice = r.Choices[0]; Show(choice.FinishReason?.ToString());" },
        { "nested loop", "foreach (var choice in r.Choices) if (choice.FinishReason == FinishReason.Length) return null;" },
        { "local function", "Check(); void Check() { if (r.Choices[0].FinishReason == FinishReason.Length) throw new Exception(); }" },
        { "helper", "Check(r); static void Check(ChatResult result) { if (result.Choices[0].FinishReason == FinishReason.Length) throw new Exception(); }" },
        { "argument", "Keep(r);" },
        { "choice as argument", "Keep(r.Choices[0]);" },
        { "choices as argument", "Keep(r.Choices);" },
        { "field", "_last = r;" },
        { "list", "new List<ChatResult>().Add(r);" },
        { "collection expression", "ChatResult[] all = [r]; Show(all);" },
        { "logged whole", "Show($\"{r}\");" },
        { "logged whole as an argument", "Console.WriteLine(\"{0}\", r);" },
        { "tuple", "var pair = (r, 1); Show(pair);" },
        { "anonymous type", "Show(new { r });" },
        { "object", "object boxed = r; Show(boxed);" },
        { "own method of the answer", "Show(r.ToString());" },
        { "method group", "Show(r.Choices.Select(Reason)); static FinishReason? Reason(ChatChoice choice) => choice.FinishReason;" },
        { "captured and looked at", "Func<bool> whole = () => r.Choices[0].FinishReason == FinishReason.Stop; Show(whole());" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "no text", "var r = await Say.SendAsync(); Show(r.Usage?.TotalTokens); Show(r.Id); Show(r.Choices.Count);" },
        { "dropped", "await Say.SendAsync();" },
        { "tool calls only", "var r = await Say.SendAsync(); foreach (var call in r.Choices[0].Message.ToolCalls ?? []) Keep(call);" },
        { "tool calls of a message", "var message = (await Say.SendAsync()).Choices[0].Message; if (message.ToolCalls is [var call, ..]) Show(call.Function.Arguments);" },
        { "answer without an end", "Show(await pen.SignAsync(\"x\"));" },
        { "two tasks at once", "var a = Say.SendAsync(); var b = Say.SendAsync(); await Task.WhenAll(a, b); Show(a.Result.Choices[0].Message.Content);" },
        { "results of WhenAll", "var all = await Task.WhenAll(Say.SendAsync(), Say.SendAsync()); Show(all[0].Choices[0].Message.Content);" },
        { "continuation", "await Say.SendAsync().ContinueWith(task => Show(task.Result.Choices[0].Message.Content));" },
        { "list of tasks", "List<Task<ChatResult>> tasks = [Say.SendAsync()]; foreach (var task in tasks) Show((await task).Choices[0].Message.Content);" },
        { "tasks of a query", "var tasks = new[] { 1, 2 }.Select(_ => Say.SendAsync()).ToList(); foreach (var task in tasks) Show((await task).Choices[0].Message.Content);" },
        { "task handed on", "var task = Say.SendAsync(); Keep(task); Show((await task).Choices[0].Message.Content);" },
        { "one word", "var r = await Say.WithMaxTokens(1).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "one word of a constant", "const int Word = 5; var r = await Say.WithMaxCompletionTokens(Word).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "one word of a request object", "var r = await _client.Chat.SendChatCompletionAsync(new ChatRequest { MaxTokens = 8 }); Show(r.Choices[0].Message.Content);" },
        { "collected and looked at", "var a = await Ask.StreamAsync().CollectAsync(); if (a.FinishReason == \"length\") throw new Exception(); Show(a.Text);" },
        { "outcome", "var a = await Ask.StreamAsync().CollectAsync(); if (a.Outcome != AnswerOutcome.Complete) throw new Exception(); Show(a.Text);" },
        { "asked of the stream", "var s = Ask.StreamAsync(); var a = await s.CollectAsync(); Show(a.Text); Show(s.Answer.FinishReason);" },
        { "stream handed on", "var s = Ask.StreamAsync(); var a = await s.CollectAsync(); Show(a.Text); Keep(s);" },
        { "relayed", "var a = await Ask.StreamAsync().RelayToAsync(Stream.Null); Show(a.Text);" },
        { "collected, only counted", "var a = await Ask.StreamAsync().CollectAsync(); Show(a.Usage?.TotalTokens); Show(a.ToolCalls);" },
        { "deconstructed list", "Show((await Say.SendAsync()).Choices is [] ? 1 : 2);" },
        { "with another answer", "var r = await Say.SendAsync(); if (flag) r = await Say.SendAsync(); Show(r.Choices[0].FinishReason); Show(r.Choices[0].Message.Content);" },
        { "streamed", "await foreach (var chunk in Ask.StreamAsync()) Show(chunk.Choices?[0].Delta?.Content);" },
        { "raced", "var task = Say.SendAsync(); if (await Task.WhenAny(task, Task.Delay(10)) == task) Show((await task).Choices[0].Message.Content);" },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Answer_LookedAtOrEscaping_IsSilent(string situation, string look)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.WithBody("var r = await Say.SendAsync(); " + look + Text));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        return RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.WithBody(body));
    }

    [Theory]
    [InlineData("Task<ChatResult> Run() => Say.SendAsync();")]
    [InlineData("async Task<ChatResult> Run() => await Say.SendAsync();")]
    [InlineData("async Task<ChatResult> Run() { var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content); return r; }")]
    [InlineData("async Task<ChatChoice> Run() { var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content); return r.Choices[0]; }")]
    [InlineData("async IAsyncEnumerable<ChatResult> Run() { var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content); yield return r; }")]
    [InlineData("async Task<(string, ChatResult)> Run() { var r = await Say.SendAsync(); return (\"\" + r.Choices[0].Message.Content, r); }")]
    [InlineData("readonly Lazy<Task<ChatResult>> _first = new(() => new ChatBuilder().SendAsync());")]
    [InlineData("void Run(Func<Task<ChatResult>> ask) => Keep<Func<Task<ChatResult>>>(() => Say.SendAsync());")]
    [InlineData("ChatStream<StreamingChatResponse> _stream = new(); async Task Run(ChatStream<StreamingChatResponse> given) { Show((await _stream.CollectAsync()).Text); Show((await given.CollectAsync()).Text); }")]
    [InlineData("[StreamCollector] static async Task<string> Run(ChatBuilder say) => \"\" + (await say.SendAsync()).Choices[0].Message.Content;")]
    [InlineData("async Task<string?> Run() => (await AskAsync()).Choices[0].Message.Content?.ToString(); Task<ChatResult> AskAsync() => Say.SendAsync();")]
    public Task Member_IsSilent(string member) => RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.With(member));

    [Fact]
    public Task CollectorOfOnesOwn_HasLooked() => RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(Sample.With("async Task Run() => Show((await Ask.StreamAsync().CollectWholeAsync()).Text);") + """

        static class Collectors
        {
            [StreamCollector]
            public static async Task<ChatAnswer> CollectWholeAsync(this ChatStream<StreamingChatResponse> stream)
            {
                var answer = await stream.CollectAsync();
                return answer.FinishReason == "stop" ? answer : throw new InvalidOperationException();
            }
        }
        """);

    [Theory]
    [InlineData("openrouter.trusted_consumers = Sample.Run")]
    [InlineData("openrouter.trusted_consumers = ChatBuilder.SendAsync")]
    [InlineData("openrouter.nonstreaming_policy = limited")]
    public Task Setting_IsSilent(string setting) => RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(
        Sample.WithBody("var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content);"),
        TestProject.Default with { EditorConfig = "root = true\n[*.cs]\n" + setting + "\n" });

    [Theory]
    [InlineData("Show((await _client.Chat.CreateChatCompletion(\"m\").SendAsync()).Choices[0].Message.Content);")]
    [InlineData("Show((await _client.Chat.SendChatCompletionAsync(new ChatRequest { Model = \"m\", MaxTokens = null })).Choices[0].Message.Content);")]
    [InlineData("var b = _client.Chat.CreateChatCompletion(\"m\").WithMaxTokens(400); Keep(b); Show((await b.SendAsync()).Choices[0].Message.Content);")]
    [InlineData("Show((await Say.WithMaxTokens(400).SendAsync()).Choices[0].Message.Content);")]
    [InlineData("Show((await Given().WithMaxCompletionTokens(400).SendAsync()).Choices[0].Message.Content); ChatBuilder Given() => Say;")]
    [InlineData("Show((await Ask.StreamAsync().CollectAsync()).Text);")]
    public Task PolicyLimited_WithoutCertainLimit_IsSilent(string body) => RuleVerifier<CheckCompletionAnalyzer>.VerifyAsync(
        Sample.WithBody(body), TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.nonstreaming_policy = limited\n" });
}
