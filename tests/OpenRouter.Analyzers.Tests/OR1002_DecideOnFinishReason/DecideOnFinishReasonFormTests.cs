using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1002_DecideOnFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1002_DecideOnFinishReason;

public sealed class DecideOnFinishReasonFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new DecideOnFinishReasonAnalyzer();

    protected override string Statements => """
        var all = new StringBuilder();
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
        {
            all.Append(chunk.Choices?[0].Delta?.Content);
            if ([|chunk.Choices?[0].FinishReason != null|])
            {
                break;
            }
        }

        Console.Write(all.ToString());
        """;

    protected override string OtherStatements => """
        var all = "";
        await foreach (var fragment in pen.WriteAsync()) { all += fragment.Words; if ([|fragment.StopCause is not null|]) break; }
        Console.Write(all);
        """;
}
