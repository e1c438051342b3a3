using OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4001_KeepApiKeyOutOfSource;

public sealed class KeepApiKeyOutOfSourceSilenceTests
{
    [Theory]
    [InlineData("""using var client = new OpenRouterClient(Environment.GetEnvironmentVariable("OPENROUTER_API_KEY")!);""")]
    [InlineData("""using var client = new OpenRouterClient(Environment.GetEnvironmentVariable("OPENROUTER_API_KEY") ?? "");""")]
    [InlineData("""using var client = new OpenRouterClient(Read("OpenRouter:ApiKey2024abc"));""")]
    [InlineData("""using var client = new OpenRouterClient(args[0]);""")]
    [InlineData("""using var client = new OpenRouterClient("");""")]
    [InlineData("""using var client = new OpenRouterClient("key");""")]
    [InlineData("""using var client = new OpenRouterClient("test-key-1234567890");""")]
    [InlineData("""using var client = new OpenRouterClient("YOUR_API_KEY");""")]
    [InlineData("""using var client = new OpenRouterClient("your-openrouter-key-1");""")]
    [InlineData("""using var client = new OpenRouterClient("<your key 1234567890>");""")]
    [InlineData("""using var client = new OpenRouterClient("sk-or-v1-...");""")]
    [InlineData("""using var client = new OpenRouterClient("sk-or-v1-xxxxxxxxxxxxxxxx");""")]
    [InlineData("""using var client = new OpenRouterClient("sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000");""")]
    [InlineData("""using var client = new OpenRouterClient("sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");""")]
    [InlineData("""using var client = new OpenRouterClient("OPENROUTER_KEY_2");""")]
    [InlineData("""using var client = new OpenRouterClient("this is no key at all 42");""")]
    [InlineData("""using var client = new OpenRouterClient("no-digits-in-this-one");""")]
    [InlineData("""using var client = new OpenRouterClient(nameof(OpenRouterClientOptions.ApiKey));""")]
    [InlineData("""var key = "sk-4f9a81b2c3d7e6f5"; key = Read("key"); using var client = new OpenRouterClient(key);""")]
    [InlineData("""Console.Write(args[0].StartsWith("sk-or-v1-"));""")]
    [InlineData("""Console.Write("sk-or-v1-4f9a81b2c3d7e6f5");""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", args[0]);""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "dXNlcjpwYXNzd29yZDE=");""")]
    [InlineData("""http.DefaultRequestHeaders.Add("X-Title", "a-long-title-2024-of-mine");""")]
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", $"Bearer {args[0]}");""")]
    [InlineData("""http.DefaultRequestHeaders.Add("Authorization", "Bearer YOUR_KEY");""")]
    [InlineData("""var options = new OpenRouterClientOptions { ApiKey = null };""")]
    public Task Statements_AreSilent(string statements) => VerifyAsync(Sample.WithStatements(statements));

    [Fact]
    public Task KeyInAComment_IsSilent() => VerifyAsync(Sample.With("    // @KEY@\n    void Run() { }"));

    [Fact]
    public Task OwnParameter_IsSilent() => VerifyAsync(Sample.With("    OpenRouterClient Make(string key) => new(key);"));

    private static Task VerifyAsync(string source)
    {
        return RuleVerifier<KeepApiKeyOutOfSourceAnalyzer>.VerifyAsync(source);
    }
}
