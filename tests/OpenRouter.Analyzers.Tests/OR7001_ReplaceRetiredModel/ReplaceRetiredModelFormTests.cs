using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR7001_ReplaceRetiredModel;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR7001_ReplaceRetiredModel;

public sealed class ReplaceRetiredModelFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new ReplaceRetiredModelAnalyzer();

    protected override string Statements => """
        await client.Chat.CreateChatCompletion([|"acme/old"|]).AddUserMessage(text).SendAsync();
        """;

    protected override string OtherStatements => """
        await new PostOffice(text).Take([|"acme/aging"|]).FinishAsync();
        """;

    private protected override TestProject Project => Sample.Project;
}
