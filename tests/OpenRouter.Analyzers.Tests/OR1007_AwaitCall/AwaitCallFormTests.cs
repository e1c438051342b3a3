using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1007_AwaitCall;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1007_AwaitCall;

public sealed class AwaitCallFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new AwaitCallAnalyzer();

    protected override string Statements => """
        await Task.Yield();
        _ = client.Chat.CreateChatCompletion("m").AddUserMessage(text).[|SendAsync|]();
        """;

    protected override string OtherStatements => """
        await Task.Yield();
        pen.[|WriteAsync|]();
        """;
}
