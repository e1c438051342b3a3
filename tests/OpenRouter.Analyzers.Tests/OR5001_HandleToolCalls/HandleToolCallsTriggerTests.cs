using OpenRouter.Analyzers.Rules.OR5001_HandleToolCalls;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5001_HandleToolCalls;

public sealed class HandleToolCallsTriggerTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "result", "var r = await Say.[|AddFunctionTool|](tool).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "result without a local", "Show((await Say.[|AddFunctionTool|](tool).SendAsync()).Choices[0].Message.Content);" },
        { "configured await", "var r = await Say.[|AddFunctionTool|](tool).SendAsync().ConfigureAwait(false); Show(r.Choices.FirstOrDefault()?.Message.Content);" },
        { "task in a local", "var task = Say.[|AddFunctionTool|](tool).SendAsync(); var r = await task; Show(r.Choices[0].Message.Content);" },
        { "list of tools", "var r = await Say.[|WithTools|]([tool]).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "builder in a local", "var b = Say; b.[|AddFunctionTool|](tool); var r = await b.SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "builder in a local, conditionally", "var b = Say; if (go) { b = b.[|AddFunctionTool|](tool); } var r = await b.SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "stream", "await foreach (var c in Ask.[|AddFunctionTool|](tool).StreamAsync()) Show(c.Choices?[0].Delta?.Content);" },
        { "stream with cancellation", "await foreach (var c in Ask.[|AddFunctionTool|](tool).StreamAsync().WithCancellation(default).ConfigureAwait(false)) Show(c.Choices?[0].Delta?.Content);" },
        { "stream in a local", "var s = Ask.[|AddFunctionTool|](tool).StreamAsync(); await foreach (var c in s) Show(c.Choices?[0].Delta?.Content);" },
        { "collected", "var a = await Ask.[|AddFunctionTool|](tool).StreamAsync().CollectAsync(); Show(a.Text);" },
        { "text alone", "await foreach (var t in Ask.[|AddFunctionTool|](tool).StreamAsync().TextAsync()) Show(t);" },
        { "async LINQ", "await foreach (var t in Ask.[|AddFunctionTool|](tool).StreamAsync().Select(c => c.Choices![0].Delta?.Content)) Show(t);" },
        { "manual enumerator", "var e = Ask.[|AddFunctionTool|](tool).StreamAsync().GetAsyncEnumerator(); while (await e.MoveNextAsync()) { Show(e.Current.Choices?[0].Delta?.Content); } await e.DisposeAsync();" },
        { "pattern", "await foreach (var c in Ask.[|AddFunctionTool|](tool).StreamAsync()) { if (c.Choices is [{ Delta.Content: { } t }, ..]) Show(t); }" },
        { "finish reason shown", "var a = await Ask.[|AddFunctionTool|](tool).StreamAsync().CollectAsync(); Console.WriteLine($\"{a.Text} {a.FinishReason}\");" },
        { "finish reason only asked for presence", "await foreach (var c in Ask.[|AddFunctionTool|](tool).StreamAsync()) { Show(c.Choices?[0].Delta?.Content); if (c.Choices?[0].FinishReason != null) break; }" },
        { "finish reason only asked for length", """
            FinishReason? finish = null;
            await foreach (var c in Ask.[|AddFunctionTool|](tool).StreamAsync())
            {
                if (c.Choices is [{ FinishReason: { } reason }, ..]) { finish = reason; }
                Show(c.Choices?[0].Delta?.Content);
            }

            if (finish == FinishReason.Length || finish == FinishReason.ContentFilter) { throw new InvalidOperationException($"{finish}"); }
            """ },
        { "request object", "var r = await _client.Chat.SendChatCompletionAsync(new ChatRequest { Model = \"m\", [|Tools|] = [tool] }); Show(r.Choices[0].Message.Content);" },
        { "request object in a local", "var q = new ChatRequest { Model = \"m\", [|Tools|] = [tool] }; var r = await _client.Chat.SendChatCompletionAsync(q); Show(r.Choices[0].Message.Content);" },
        { "built request", "var q = Say.[|AddFunctionTool|](tool).Build(); var r = await _client.Chat.SendChatCompletionAsync(q); Show(r.Choices[0].Message.Content);" },
        { "tool choice auto", "var r = await Say.[|AddFunctionTool|](tool).WithToolChoice(ToolChoice.Auto).SendAsync(); Show(r.Choices[0].Message.Content);" },
        { "sent twice, told once", "var b = Say.[|AddFunctionTool|](tool); Show((await b.SendAsync()).Choices[0].Message.Content); Show((await b.SendAsync()).Choices[0].Message.Content);" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Text_ReadAlone_Triggers(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await RuleVerifier<HandleToolCallsAnalyzer>.VerifyAsync(Sample.With("async Task Run(ChatTool tool, bool go) { " + body + " await Task.Yield(); }"));
    }

    [Fact]
    public async Task ParameterBuilder_Triggers()
    {
        await RuleVerifier<HandleToolCallsAnalyzer>.VerifyAsync(Sample.With("""
            async Task<string?> Run(ChatBuilder builder, ChatTool tool)
            {
                var result = await builder.[|AddFunctionTool|](tool).SendAsync();
                return result.Choices[0].Message.Reasoning;
            }
            """));
    }
}
