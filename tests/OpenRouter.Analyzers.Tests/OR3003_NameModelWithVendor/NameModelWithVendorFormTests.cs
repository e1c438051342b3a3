using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR3003_NameModelWithVendor;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3003_NameModelWithVendor;

public sealed class NameModelWithVendorFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new NameModelWithVendorAnalyzer();

    protected override string Statements => """
        await client.Chat.CreateChatCompletion([|"gpt-4o"|]).AddUserMessage(text).SendAsync();
        """;

    protected override string OtherStatements => """
        await new PostOffice(text).Take([|"austen"|]).FinishAsync();
        """;
}
