using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR6003_ProcessNewTextOnly;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR6003_ProcessNewTextOnly;

public sealed class ProcessNewTextOnlyFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new ProcessNewTextOnlyAnalyzer();

    protected override string Statements => """
        var answer = new StringBuilder();
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
        {
            answer.Append(chunk.Choices?[0].Delta?.Content);
            Console.Write([|answer.ToString()|]);
        }
        """;

    protected override string OtherStatements => """
        var answer = "";
        await foreach (var fragment in pen.WriteAsync())
        {
            answer += fragment.Words;
            Console.Write([|answer.Split(' ')|].Length);
        }
        """;
}
