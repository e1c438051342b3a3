using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR5002_AskForJson;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR5002_AskForJson;

public sealed class AskForJsonFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new AskForJsonAnalyzer();

    protected override string Statements => """
        var answer = await client.Chat.CreateStreamingChatCompletion("m").AddUserMessage(text).StreamAsync().CollectAsync();
        Console.Write(System.Text.Json.JsonDocument.[|Parse|](answer.Text));
        """;

    protected override string OtherStatements => """
        var letter = await new PostOffice("").Take("w").Note(text).FinishAsync();
        Console.Write(System.Text.Json.JsonSerializer.[|Deserialize<int>|](letter.Words));
        """.Replace("[|Deserialize<int>|]", "[|Deserialize|]<int>", StringComparison.Ordinal);
}
