using OpenRouter.Analyzers.Rules.OR5001_HandleToolCalls;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5001_HandleToolCalls;

public sealed class HandleToolCallsSilenceTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "no tools", "var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "tools of the service", "var r = await Say.AddOpenrouterWebSearchTool(\"web\").SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "empty list", "var r = await Say.WithTools([]).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "no list", "var r = await Say.WithTools(null!).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "handled", "var r = await Say.AddFunctionTool(tool).SendAsync(); var m = r.Choices[0].Message; Show(m.Content); foreach (var call in m.ToolCalls ?? []) Show(call.Id);" },
        { "handled in a pattern", "var r = await Say.AddFunctionTool(tool).SendAsync(); if (r.Choices is [{ Message.ToolCalls: { } calls }, ..]) Show(calls); Show(r.Choices[0].Message.Content);" },
        { "handled in a switch", "var r = await Say.AddFunctionTool(tool).SendAsync(); Show(r.Choices[0].Message switch { { ToolCalls.Count: > 0 } => null, var m => m.Content });" },
        { "handled in the loop", "await foreach (var c in Ask.AddFunctionTool(tool).StreamAsync()) { Show(c.Choices?[0].Delta?.Content); Show(c.Choices?[0].Delta?.ToolCalls); }" },
        { "handled after the loop", "var s = Ask.AddFunctionTool(tool).StreamAsync(); await foreach (var c in s) { Show(c.Choices?[0].Delta?.Content); } Show(s.Answer.ToolCalls);" },
        { "handled, second turn reads text", "var b = Say.AddFunctionTool(tool); var r = await b.SendAsync(); foreach (var c in r.Choices[0].Message.ToolCalls!) b.AddToolMessage(c.Id, \"\"); r = await b.SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "compared", "var r = await Say.AddFunctionTool(tool).SendAsync(); if (r.Choices[0].FinishReason == FinishReason.ToolCalls) return; Show(r.Choices[0].Message.Content);" },
        { "compared with text", "var a = await Ask.AddFunctionTool(tool).StreamAsync().CollectAsync(); if (a.FinishReason == \"tool_calls\") return; Show(a.Text);" },
        { "compared with stop", "var r = await Say.AddFunctionTool(tool).SendAsync(); if (r.Choices[0].FinishReason != FinishReason.Stop) throw new Exception(); Show(r.Choices[0].Message.Content);" },
        { "compared after the loop", "FinishReason? f = null; await foreach (var c in Ask.AddFunctionTool(tool).StreamAsync()) { f = c.Choices?[0].FinishReason ?? f; Show(c.Choices?[0].Delta?.Content); } if (f != FinishReason.Stop) throw new Exception();" },
        { "switched", "var a = await Ask.AddFunctionTool(tool).StreamAsync().CollectAsync(); switch (a.FinishReason) { case \"stop\": Show(a.Text); break; default: throw new Exception(); }" },
        { "outcome", "var a = await Ask.AddFunctionTool(tool).StreamAsync().CollectAsync(); if (a.Outcome != AnswerOutcome.Complete) return; Show(a.Text);" },
        { "finish reason goes elsewhere", "var a = await Ask.AddFunctionTool(tool).StreamAsync().CollectAsync(); Check(a.FinishReason); Show(a.Text);" },
        { "answer goes elsewhere", "var r = await Say.AddFunctionTool(tool).SendAsync(); Keep(r); Show(r.Choices[0].Message.Content);" },
        { "message goes elsewhere", "var r = await Say.AddFunctionTool(tool).SendAsync(); Keep(r.Choices[0].Message); Show(r.Choices[0].Message.Content);" },
        { "chunk goes elsewhere", "await foreach (var c in Ask.AddFunctionTool(tool).StreamAsync()) { Show(c.Choices?[0].Delta?.Content); Keep(c); }" },
        { "stored", "_last = await Say.AddFunctionTool(tool).SendAsync(); Show(_last.Choices[0].Message.Content);" },
        { "stream handed on", "var s = Ask.AddFunctionTool(tool).StreamAsync(); Keep(s); await foreach (var c in s) Show(c.Choices?[0].Delta?.Content);" },
        { "relayed", "var a = await Ask.AddFunctionTool(tool).StreamAsync().RelayToAsync(Stream.Null); Show(a.Text);" },
        { "request handed to a runner", "var b = Say.AddFunctionTool(tool); Keep(b); var r = await b.SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "choice none", "var r = await Say.AddFunctionTool(tool).WithToolChoice(ToolChoice.None).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "choice none by text", "var r = await Say.AddFunctionTool(tool).WithToolChoice(new(\"none\")).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "choice none on another line", "var b = Say.AddFunctionTool(tool); b.WithToolChoice(ToolChoice.None); var r = await b.SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "choice of a variable", "var r = await Say.AddFunctionTool(tool).WithToolChoice(choice).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "choice none in a request object", "var r = await _client.Chat.SendChatCompletionAsync(new ChatRequest { Tools = [tool], ToolChoice = ToolChoice.None }); Show(r.Choices[0].Message.Content);" },
        { "text not read", "var r = await Say.AddFunctionTool(tool).SendAsync(); Show(r.Usage?.TotalTokens);" },
        { "answer dropped", "await Say.AddFunctionTool(tool).SendAsync();" },
        { "tools of another request", "Say.AddFunctionTool(tool).Build(); var r = await Say.SendAsync(); Show(r.Choices[0].Message.Content);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Calls_HandledOrUnseen_AreSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync($$"""
            ChatResult? _last;
            static void Keep<T>(T value) => Console.WriteLine(value);
            static void Check(string? reason) => Console.WriteLine(reason);
            async Task Run(ChatTool tool, ToolChoice choice) { {{body}} await Task.Yield(); }
            """);
    }

    [Fact]
    public Task Answer_Returned_IsSilent() => VerifyAsync("Task<ChatResult> Run(ChatTool tool) => Say.AddFunctionTool(tool).SendAsync();");

    [Fact]
    public Task Request_Returned_IsSilent() => VerifyAsync("ChatBuilder Run(ChatTool tool) => Say.AddFunctionTool(tool);");

    [Fact]
    public Task Events_OfUnions_AreSilent() => VerifyAsync(
        "async Task Run() { await foreach (var e in _client.Responses.StreamResponseAsync(\"q\")) { if (e.TryGetTextDeltaEvent(out var delta)) Show(delta!.Delta); } }");

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<HandleToolCallsAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
