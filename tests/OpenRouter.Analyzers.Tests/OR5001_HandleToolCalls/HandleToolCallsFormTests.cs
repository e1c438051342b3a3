using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR5001_HandleToolCalls;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5001_HandleToolCalls;

public sealed class HandleToolCallsFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new HandleToolCallsAnalyzer();

    protected override string Statements => """
        var result = await client.Chat.CreateChatCompletion("m").AddUserMessage(text).[|AddFunctionTool|](new("weather")).SendAsync();
        Console.Write(result.Choices[0].Message.Content);
        """;

    protected override string OtherStatements => """
        Console.Write((await pen.[|AddErrand|]("stamps").FinishAsync()).Words);
        """;
}
