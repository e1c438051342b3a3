using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1004_CheckFirstChoice;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1004_CheckFirstChoice;

public sealed class CheckFirstChoiceFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new CheckFirstChoiceAnalyzer();

    protected override string Statements => """
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
        {
            Console.Write(chunk.Choices![|[0]|].Delta?.Content);
        }
        """;

    protected override string OtherStatements => """
        await foreach (var scrap in pen.ScribbleAsync()) Console.Write(scrap.Strips[|[0]|].Words);
        """;
}
