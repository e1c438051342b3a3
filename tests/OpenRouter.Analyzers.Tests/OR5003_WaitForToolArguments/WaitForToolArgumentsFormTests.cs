using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR5003_WaitForToolArguments;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5003_WaitForToolArguments;

public sealed class WaitForToolArgumentsFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new WaitForToolArgumentsAnalyzer();

    protected override string Statements => """
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
        {
            foreach (var call in chunk.Choices![0].Delta!.ToolCalls!) Console.Write(System.Text.Json.JsonDocument.Parse([|call.Function!.Arguments|]!));
        }
        """;

    protected override string OtherStatements => """
        await foreach (var scroll in pen.UnrollAsync()) Console.Write(System.Text.Json.Nodes.JsonNode.Parse([|scroll.Orders![0].Details|]));
        """;
}
