using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4003_KeepApiKeyOutOfLogs;

public sealed class KeepApiKeyOutOfLogsFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new KeepApiKeyOutOfLogsAnalyzer();

    protected override string Statements => """
        var key = Environment.GetEnvironmentVariable("OPENROUTER_API_KEY");
        await Task.Delay(1);
        Console.WriteLine($"Key: {[|key|]}");
        using var own = new OpenRouterClient(key!);
        """;

    protected override string OtherStatements => """
        var stamp = Console.ReadLine();
        await new PostOffice(stamp!).Take("austen").FinishAsync();
        Console.WriteLine($"Stamp: {[|stamp|]}");
        """;
}
