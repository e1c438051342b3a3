using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1001_ObserveFinishReason;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1001_ObserveFinishReason;

public sealed class ObserveFinishReasonFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new ObserveFinishReasonAnalyzer();

    protected override string Statements => """
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).[|StreamAsync|]())
        {
            Console.Write(chunk.Choices?[0].Delta?.Content);
        }
        """;

    protected override string OtherStatements => """
        await foreach (var fragment in pen.[|WriteAsync|]()) Console.Write(fragment.Words);
        """;
}
