using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR2002_AwaitInsteadOfBlocking;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2002_AwaitInsteadOfBlocking;

public sealed class AwaitInsteadOfBlockingFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new AwaitInsteadOfBlockingAnalyzer();

    protected override string Statements => """
        await Task.Yield();
        Console.Write(client.Chat.CreateChatCompletion("m").AddUserMessage(text).SendAsync().[|Result|].Id);
        """;

    protected override string OtherStatements => """
        await Task.Yield();
        pen.FinishAsync().[|Wait|]();
        """;
}
