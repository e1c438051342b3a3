using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1005_CheckCompletion;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1005_CheckCompletion;

public sealed class CheckCompletionFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new CheckCompletionAnalyzer();

    protected override string Statements => """
        var result = await client.Chat.CreateChatCompletion("m").AddUserMessage(text).[|SendAsync|]();
        Console.Write(result.Choices[0].Message.Content);
        """;

    protected override string OtherStatements => "Console.Write((await pen.Note(text).[|FinishAsync|]()).Words);";
}
