using OpenRouter.Analyzers.Rules.OR4003_KeepApiKeyOutOfLogs;
using OpenRouter.Analyzers.Tests.Harness;
using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.OR4003_KeepApiKeyOutOfLogs;

/// <summary>The class around what a test shows. READ stands for a key that is read from the environment.</summary>
internal static class Sample
{
    public static TestProject Project { get; } = TestProject.Default with { Stubs = [.. TestProject.Default.Stubs, LoggingStub.Source] };

    public static string With(string members)
    {
        return $$"""
            using System.Diagnostics;
            using System.Net.Http.Headers;
            using System.Security.Cryptography;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.Logging;
            partial class Sample
            {
            {{members.Replace("READ", "Environment.GetEnvironmentVariable(\"OPENROUTER_API_KEY\")", StringComparison.Ordinal)}}
            }
            """;
    }

    public static string WithStatements(string statements)
    {
        return With("    static string Mask(string? key) => key is null ? \"none\" : key.Length < 8 ? \"***\" : key[..4];\n"
            + "    void Run(ILogger<Sample> logger, IConfiguration configuration, HttpClient http, string[] args, bool isVerbose) { " + statements + " }");
    }

    public static Task VerifyAsync(string source, TestProject? project = null)
    {
        return RuleVerifier<KeepApiKeyOutOfLogsAnalyzer>.VerifyAsync(source, project ?? Project);
    }
}
