using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR2005_PassInsteadOfPolling;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2005_PassInsteadOfPolling;

public sealed class PassInsteadOfPollingFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new PassInsteadOfPollingAnalyzer();

    protected override string Statements => """
        using var source = new CancellationTokenSource();
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
        {
            if ([|source.IsCancellationRequested|])
            {
                break;
            }

            Console.Write(chunk.Id);
        }
        """;

    protected override string OtherStatements => """
        using var source = new CancellationTokenSource();
        await foreach (var fragment in pen.WriteAsync())
        {
            [|source.Token.ThrowIfCancellationRequested()|];
            Console.Write(fragment.Words);
        }
        """;
}
