using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR3001_SendConfiguredRequest;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR3001_SendConfiguredRequest;

public sealed class SendConfiguredRequestFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new SendConfiguredRequestAnalyzer();

    protected override string Statements => """
        await Task.Yield();
        client.Chat.[|CreateStreamingChatCompletion|]("m").AddUserMessage(text);
        """;

    protected override string OtherStatements => """
        await Task.Yield();
        var letter = new PostOffice(text).[|Take|]("austen");
        letter.Note(text).WithPages(3);
        """;
}
