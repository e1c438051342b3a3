using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4001_KeepApiKeyOutOfSource;

public sealed class KeepApiKeyOutOfSourceTriggerTests
{
    [Theory]
    [InlineData("""using var client = new OpenRouterClient([|"@KEY@"|]);""")]
    [InlineData("""using var client = new OpenRouterClient([|"sk-4f9a81b2c3d7e6f5"|]);""")]
    [InlineData("""using var client = new OpenRouterClient(apiKey: [|"sk-or-v1-" + "4f9a81b2c3d7"|]);""")]
    [InlineData("""var options = new OpenRouterClientOptions(); options.ApiKey = [|"sk-4f9a81b2c3d7e6f5"|];""")]
    [InlineData("""var options = new OpenRouterClientOptions { ApiKey = [|"sk-4f9a81b2c3d7e6f5"|] };""")]
    [InlineData("""var options = new OpenRouterClientOptions { ApiKey = new ApiKey([|"sk-4f9a81b2c3d7e6f5"|]) };""")]
    [InlineData("""using var client = new OpenRouterClient(Environment.GetEnvironmentVariable("OPENROUTER_API_KEY") ?? [|"sk-4f9a81b2c3d7e6f5"|]);""")]
    [InlineData("""var key = isLive ? [|"sk-4f9a81b2c3d7e6f5"|] : args[0]; using var client = new OpenRouterClient(key);""")]
    [InlineData("""const string Key = "sk-4f9a81b2c3d7e6f5"; using var client = new OpenRouterClient([|Key|]);""")]
    [InlineData("""const string Key = [|"@KEY@"|]; using var client = new OpenRouterClient(Key);""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", [|"sk-4f9a81b2c3d7e6f5"|]);""")]
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", [|"Bearer sk-4f9a81b2c3d7e6f5"|]);""")]
    [InlineData("""message.Headers.TryAddWithoutValidation("authorization", [|$"Bearer {"sk-4f9a81b2c3d7e6f5"}"|]);""")]
    [InlineData("""var key = [|"sk-4f9a81b2c3d7e6f5"|]; message.Headers.Add("Authorization", $"Bearer {key}");""")]
    [InlineData("""var key = [|"sk-4f9a81b2c3d7e6f5"|]; message.Headers.Add("Authorization", "Bearer " + key);""")]
    [InlineData("""Console.Write([|"@KEY@"|]);""")]
    [InlineData("""Console.Write([|"{ \"key\": \"@KEY@\" }"|]);""")]
    [InlineData("""Console.Write([|@"@KEY@"|].Length);""")]
    [InlineData("Console.Write([|\"\"\"@KEY@\"\"\"|]);")]
    [InlineData("""Span<byte> key = stackalloc byte[4]; ReadOnlySpan<byte> bytes = [|"@KEY@"u8|];""")]
    [InlineData("""var bytes = Encoding.UTF8.GetBytes([|"@KEY@"|]);""")]
    [InlineData("""Environment.SetEnvironmentVariable("OPENROUTER_API_KEY", [|"@KEY@"|]);""")]
    public Task Statements_Trigger(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Theory]
    [InlineData("""    const string Key = [|"@KEY@"|];""")]
    [InlineData("""    static readonly string s_key = [|"@KEY@"|];""")]
    [InlineData("""    public string Key { get; set; } = [|"@KEY@"|];""")]
    [InlineData("""    readonly OpenRouterClient _client = new([|"sk-4f9a81b2c3d7e6f5"|]);""")]
    [InlineData("""    const string Key = "sk-4f9a81b2c3d7e6f5"; OpenRouterClient Make() => new([|Key|]);""")]
    [InlineData("""    OpenRouterClient Make(string key = [|"sk-4f9a81b2c3d7e6f5"|]) => new(key);""")]
    public Task Members_Trigger(string members) => VerifyAsync(Sample.With(members));

    [Fact]
    public async Task TestProject_WholeKeyWarns_GuessInforms()
    {
        var project = TestProject.Default with { ReferencesTestFramework = true };
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync("""using var client = new OpenRouterClient([|"@KEY@"|]);""", project));
        Assert.Equal(DiagnosticSeverity.Info, await SeverityAsync("""using var client = new OpenRouterClient([|"sk-4f9a81b2c3d7e6f5"|]);""", project));
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync("""using var client = new OpenRouterClient([|"sk-4f9a81b2c3d7e6f5"|]);""", TestProject.Default));
    }

    [Fact]
    public async Task Message_DoesNotShowTheKey()
    {
        var document = await RuleVerifier<KeepApiKeyOutOfSourceAnalyzer>.VerifyAsync(Sample.WithStatements("""Console.Write([|"@KEY@"|]);"""));
        var finding = Assert.Single(await RuleVerifier<KeepApiKeyOutOfSourceAnalyzer>.DiagnosticsAsync(document.Project));

        Assert.DoesNotContain("sk-or", finding.ToString(), StringComparison.Ordinal);
        Assert.All(finding.Properties.Values, value => Assert.DoesNotContain("sk-or", value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("^acme_[a-z0-9]{8}$")]
    [InlineData("^other$ ^acme_")]
    [InlineData("([ ^acme_")]
    public Task Pattern_OfTheUser_Triggers(string patterns) => VerifyAsync(
        Sample.WithStatements("""Console.Write([|"acme_0123abcd"|]); Console.Write("acme0123abcd");"""),
        TestProject.Default with { EditorConfig = "root = true\n[*.cs]\nopenrouter.api_key_patterns = " + patterns + "\n" });

    private static async Task<DiagnosticSeverity> SeverityAsync(string statements, TestProject project)
    {
        var document = await RuleVerifier<KeepApiKeyOutOfSourceAnalyzer>.VerifyAsync(Sample.WithStatements(statements), project);
        return Assert.Single(await RuleVerifier<KeepApiKeyOutOfSourceAnalyzer>.DiagnosticsAsync(document.Project)).Severity;
    }

    private static Task VerifyAsync(string source, TestProject? project = null)
    {
        return RuleVerifier<KeepApiKeyOutOfSourceAnalyzer>.VerifyAsync(source, project);
    }
}
