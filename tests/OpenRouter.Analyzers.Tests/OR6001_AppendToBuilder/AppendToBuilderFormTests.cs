using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR6001_AppendToBuilder;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR6001_AppendToBuilder;

public sealed class AppendToBuilderFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new AppendToBuilderAnalyzer();

    protected override string Statements => """
        var answer = "";
        await foreach (var chunk in client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync())
        {
            [|answer|] += chunk.Choices?[0].Delta?.Content;
        }

        Console.Write(answer);
        """;

    protected override string OtherStatements => """
        var answer = "";
        await foreach (var fragment in pen.WriteAsync()) [|answer|] += fragment.Words;
        Console.Write(answer);
        """;
}
