using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR3002_StayInRange;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3002_StayInRange;

public sealed class StayInRangeFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new StayInRangeAnalyzer();

    protected override string Statements => """
        await client.Chat.CreateChatCompletion("m").AddUserMessage(text).WithTemperature([|3|]).SendAsync();
        """;

    protected override string OtherStatements => """
        await pen.WithPages([|0|]).FinishAsync();
        """;
}
