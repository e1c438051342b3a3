using OpenRouter.Analyzers.Rules.OR5004_AnswerToolCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5004_AnswerToolCall;

public sealed class AnswerToolCallTriggerTests
{
    public static TheoryData<string> Ids => new()
    {
        "\"call_1\"", "\"\"", "\"call\" + \"1\"", "Id", "Guid.NewGuid().ToString()", "Guid.NewGuid().ToString(\"N\")", "$\"call_{Guid.NewGuid():N}\"",
        "\"call_\" + Guid.NewGuid()", "$\"{Guid.NewGuid()}\"",
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Id_MadeUp_Triggers(string id) => VerifyAsync($$"""
        const string Id = "id";
        async Task Run()
        {
            var b = Say;
            var result = await b.SendAsync();
            foreach (var call in result.Choices[0].Message.ToolCalls ?? []) b.AddToolMessage([|{{id}}|], call.Function.Name);
            await b.SendAsync();
        }
        """);

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Id_OfMessage_MadeUp_Triggers(string id) => VerifyAsync($$"""
        const string Id = "id";
        async Task Run()
        {
            var answer = await Ask.StreamAsync().CollectAsync();
            Show(answer.ToolCalls.Select(call => new ChatToolMessage { ToolCallId = [|{{id}}|], Content = call.Name }));
        }
        """);

    [Fact]
    public Task Id_ByName_Triggers() => VerifyAsync("""
        void Run(ChatAnswer answer, ChatBuilder b)
        {
            if (answer is { ToolCalls: [var call, ..] }) b.AddToolMessage(content: call.Name, toolCallId: [|"x"|]);
        }
        """);

    private static async Task VerifyAsync(string members)
    {
        await RuleVerifier<AnswerToolCallAnalyzer>.VerifyAsync(Sample.With(members));
    }
}
