using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR5004_AnswerToolCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5004_AnswerToolCall;

public sealed class AnswerToolCallFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new AnswerToolCallAnalyzer();

    protected override string Statements => """
        var builder = client.Chat.CreateChatCompletion("m").AddUserMessage(text);
        var result = await builder.SendAsync();
        foreach (var call in result.Choices[0].Message.ToolCalls!) builder.AddToolMessage([|"call"|], call.Function.Name);
        """;

    protected override string OtherStatements => """
        foreach (var order in (await pen.FinishAsync()).Orders) pen.AddReceipt([|Guid.NewGuid().ToString()|], order.Details);
        """;
}
