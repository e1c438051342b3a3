using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4001_KeepApiKeyOutOfSource;

public sealed class KeepApiKeyOutOfSourceFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new KeepApiKeyOutOfSourceAnalyzer();

    protected override string Statements => Sample.Filled("""
        using var own = new OpenRouterClient([|"sk-4f9a81b2c3d7e6f5"|]);
        await Task.Delay(1);
        Console.Write([|"@KEY@"|]);
        """);

    protected override string OtherStatements => """
        await new PostOffice([|"stamp-4f9a81b2c3d7"|]).Take("austen").FinishAsync();
        """;
}
