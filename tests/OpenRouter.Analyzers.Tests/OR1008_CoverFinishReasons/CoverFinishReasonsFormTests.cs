using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1008_CoverFinishReasons;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1008_CoverFinishReasons;

public sealed class CoverFinishReasonsFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new CoverFinishReasonsAnalyzer();

    protected override string Statements => """
        var answer = await client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync().CollectAsync();
        [|switch|] (answer.FinishReason)
        {
            case "stop":
                break;
            case "length":
                Console.Write("cut off");
                break;
        }
        """;

    protected override string OtherStatements => """
        await foreach (var scrap in pen.ScribbleAsync()) Console.Write(scrap.Strips.FirstOrDefault()?.Cause [|switch|] { Cause.Done => 1, _ => 1 });
        """;
}
