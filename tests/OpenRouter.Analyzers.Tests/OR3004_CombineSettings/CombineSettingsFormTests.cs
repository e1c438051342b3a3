using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR3004_CombineSettings;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3004_CombineSettings;

public sealed class CombineSettingsFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new CombineSettingsAnalyzer();

    protected override string Statements => """
        await client.Chat.CreateChatCompletion("m").AddUserMessage(text).[|WithTemperature|](1).[|WithMaxTokens|](9).WithTemperature(0).WithMaxCompletionTokens(9).SendAsync();
        var request = client.Chat.CreateChatCompletion("m").[|WithMaxTokens|](9);
        request.WithMaxCompletionTokens(9);
        await request.SendAsync();
        await client.Chat.CreateChatCompletion("m").[|WithToolChoice|](ToolChoice.Auto).SendAsync();
        """;

    protected override string OtherStatements => """
        await pen.Note(text).[|WithHaste|](true).WithPatience(true).FinishAsync();
        pen.[|WithPages|](1).WithPages(2);
        """;
}
