using OpenRouter.Analyzers.Rules.OR5004_AnswerToolCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5004_AnswerToolCall;

public sealed class AnswerToolCallSilenceTests
{
    public static TheoryData<string> Bodies => new()
    {
        "foreach (var call in answer.ToolCalls) b.AddToolMessage(call.Id, call.Name);",
        "foreach (var call in answer.ToolCalls) b.AddToolMessage(call.Id ?? \"none\", call.Name);",
        "foreach (var call in answer.ToolCalls) b.AddToolMessage(id, call.Name);",
        "foreach (var call in answer.ToolCalls) { var own = call.Id; b.AddToolMessage(own, call.Name); }",
        "foreach (var call in answer.ToolCalls) b.AddToolMessage($\"{call.Id}-{Guid.NewGuid()}\", call.Name);",
        "foreach (var call in answer.ToolCalls) b.AddToolMessage($\"{call.Id}\", call.Name);",
        "foreach (var call in answer.ToolCalls) b.AddToolMessage(new ChatToolMessage { ToolCallId = call.Id, Content = \"x\" });",
        "b.AddToolMessage(\"call_1\", \"It rains.\");",
        "Show(new ChatToolMessage { ToolCallId = Guid.NewGuid().ToString() });",
        "Show(new ChatAssistantMessage { ToolCalls = [new() { Id = \"call_1\" }] }); b.AddToolMessage(\"call_1\", \"It rains.\");",
        "Show(answer.ToolCalls); Show(new ChatAssistantMessage { ToolCalls = [new() { Id = \"call_1\" }] }); b.AddToolMessage(\"call_1\", \"It rains.\");",
        "Show(answer.ToolCalls); b.AddUserMessage(\"call_1\");",
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Id_OfTheCallOrUnknown_IsSilent(string body)
    {
        await RuleVerifier<AnswerToolCallAnalyzer>.VerifyAsync(Sample.With("void Run(ChatAnswer answer, ChatBuilder b, string id) { " + body + " }"));
    }

    [Fact]
    public async Task ProjectOfTests_IsSilent()
    {
        await RuleVerifier<AnswerToolCallAnalyzer>.VerifyAsync(
            Sample.With("void Run(ChatAnswer answer, ChatBuilder b) { Show(answer.ToolCalls); b.AddToolMessage(\"x\", \"\"); }"),
            TestProject.Default with { ReferencesTestFramework = true });
    }
}
