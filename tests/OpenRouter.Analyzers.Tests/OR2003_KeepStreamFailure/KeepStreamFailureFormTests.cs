using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR2003_KeepStreamFailure;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2003_KeepStreamFailure;

public sealed class KeepStreamFailureFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new KeepStreamFailureAnalyzer();

    protected override string Statements => """
        foreach (var letter in text)
        {
            try
            {
                await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
                {
                    Console.Write(chunk.Choices?[0].Delta?.Content);
                }
            }
            [|catch|] (Exception)
            {
            }
        }
        """;

    protected override string OtherStatements => """
        foreach (var letter in text)
        {
            try { await foreach (var fragment in pen.WriteAsync()) Console.Write(fragment.Words); } [|catch|] { }
        }
        """;
}
