using OpenRouter.Analyzers.Rules.OR4001_KeepApiKeyOutOfSource;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR4001_KeepApiKeyOutOfSource;

public sealed class ReadApiKeyCodeFixTests
{
    private const string Reading =
        "Environment.GetEnvironmentVariable(\"OPENROUTER_API_KEY\") ?? throw new InvalidOperationException(\"OPENROUTER_API_KEY is not set.\")";

    [Fact]
    public Task Keys_AreReadFromTheEnvironment() => VerifyAsync(
        """
            static readonly string s_key = [|"@KEY@"|]; // mine
            string Key { get; set; } = [|@"@KEY@"|];
            string Other => [|"@KEY@"|];
            void Run(string? key)
            {
                using var one = new OpenRouterClient(/* live */ [|"sk-4f9a81b2c3d7e6f5"|] /* really */);
                using var two = new OpenRouterClient(
                    key ?? [|"@KEY@"|]);
                var options = new OpenRouterClientOptions
                {
                    // The account of the team.
                    ApiKey = [|"sk-4f9a81b2c3d7e6f5"|],
                };
            }
        """,
        """
            static readonly string s_key = READ; // mine
            string Key { get; set; } = READ;
            string Other => READ;
            void Run(string? key)
            {
                using var one = new OpenRouterClient(/* live */ READ /* really */);
                using var two = new OpenRouterClient(
                    key ?? READ);
                var options = new OpenRouterClientOptions
                {
                    // The account of the team.
                    ApiKey = READ,
                };
            }
        """);

    [Fact]
    public Task NameThatMeansSomethingElse_IsWrittenInFull() => VerifyAsync(
        """
            class Environment { }
            OpenRouterClient Make() => new([|"@KEY@"|]);
        """,
        """
            class Environment { }
            OpenRouterClient Make() => new(System.Environment.GetEnvironmentVariable("OPENROUTER_API_KEY") ?? throw new System.InvalidOperationException("OPENROUTER_API_KEY is not set."));
        """);

    [Theory]
    [InlineData("""    const string Key = [|"@KEY@"|];""")]
    [InlineData("""    const string Key = "sk-4f9a81b2c3d7e6f5"; OpenRouterClient Make() => new([|Key|]);""")]
    [InlineData("""    OpenRouterClient Make(string key = [|"sk-4f9a81b2c3d7e6f5"|]) => new(key);""")]
    [InlineData("""    OpenRouterClient Make() => new([|"sk-4f9a81b2" + "c3d7e6f5"|]);""")]
    [InlineData("""    int Run() => [|"@KEY@"|].Length;""")]
    [InlineData("""    string Run() => [|"{ \"key\": \"@KEY@\" }"|];""")]
    [InlineData("""    void Run(HttpClient http) => http.DefaultRequestHeaders.Add("Authorization", [|"Bearer @KEY@"|]);""")]
    [InlineData("""    object Run() => new AuthenticationHeaderValue("Bearer", [|"ghp-4f9a81b2c3d7e6f5"|]);""")]
    public async Task PlacesThatNeedAConstant_AndKeysOfOthers_AreLeft(string members)
    {
        Assert.Empty(await FixVerifier<KeepApiKeyOutOfSourceAnalyzer, ReadApiKeyCodeFix>.OfferedAsync(Sample.With(members)));
    }

    private static Task VerifyAsync(string members, string expected)
    {
        return FixVerifier<KeepApiKeyOutOfSourceAnalyzer, ReadApiKeyCodeFix>.VerifyAsync(
            Sample.With(members), Sample.With(expected.Replace("READ", Reading, StringComparison.Ordinal)), ReadApiKeyCodeFix.EquivalenceKey);
    }
}
