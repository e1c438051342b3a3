using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR1003_ReadUsageChunk;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR1003_ReadUsageChunk;

public sealed class ReadUsageChunkFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new ReadUsageChunkAnalyzer();

    protected override string Statements => """
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync().AsReceived())
        {
            if (chunk.Choices?.FirstOrDefault()?.FinishReason != null)
            {
                [|break;|]
            }
        }
        """;

    protected override string OtherStatements => """
        await foreach (var scrap in pen.ScribbleAsync()) if (scrap.Strips.FirstOrDefault()?.Cause is not null) [|break;|]
        """;
}
