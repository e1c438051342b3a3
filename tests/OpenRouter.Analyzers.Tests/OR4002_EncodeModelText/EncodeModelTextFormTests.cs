using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR4002_EncodeModelText;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4002_EncodeModelText;

public sealed class EncodeModelTextFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new EncodeModelTextAnalyzer();

    protected override string Statements => """
        var answer = await client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync().CollectAsync();
        NavigateToString([|answer.Text|]);
        static void NavigateToString(string html) { }
        """;

    protected override string OtherStatements => """
        var letter = await pen.FinishAsync();
        NavigateToString([|letter.Words|]);
        static void NavigateToString(string html) { }
        """;
}
