using Microsoft.CodeAnalysis.Diagnostics;

using OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2006_SetHttpClientTimeout;

public sealed class SetHttpClientTimeoutFormTests : RuleFormTests
{
    protected override DiagnosticAnalyzer Rule => new SetHttpClientTimeoutAnalyzer();

    protected override string Statements => """
        await Task.Yield();
        var http = new [|HttpClient|]();
        Console.Write(new OpenRouterClient(new OpenRouterClientOptions { ApiKey = text, HttpClient = http }));
        """;

    protected override string OtherStatements => """
        await Task.Yield();
        Console.Write(new PostOffice("k", new HttpClient { Timeout = [|TimeSpan.FromSeconds(20)|] }));
        """;
}
