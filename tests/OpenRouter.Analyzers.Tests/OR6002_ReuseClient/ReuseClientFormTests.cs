using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR6002_ReuseClient;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR6002_ReuseClient;

public sealed class ReuseClientFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new ReuseClientAnalyzer();

    protected override string Statements => """
        foreach (var letter in text)
        {
            using var own = new [|OpenRouterClient|]("k");
            await own.Chat.CreateChatCompletion("m").SendAsync();
        }
        """;

    protected override string OtherStatements => """
        foreach (var letter in text)
        {
            await new [|PostOffice|]("k").Take("m").FinishAsync();
        }
        """;
}
