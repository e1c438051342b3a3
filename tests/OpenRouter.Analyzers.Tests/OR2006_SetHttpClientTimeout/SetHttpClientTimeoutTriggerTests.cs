using Microsoft.CodeAnalysis;

using OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2006_SetHttpClientTimeout;

public sealed class SetHttpClientTimeoutTriggerTests
{
    /// <summary>Bodies in which the limit is the default, or longer.</summary>
    public static TheoryData<string, string> Notes => new()
    {
        { "options", "Show(new OpenRouterClient(new OpenRouterClientOptions { ApiKey = \"k\", HttpClient = new [|HttpClient|]() }));" },
        { "options, short", "Show(new OpenRouterClientOptions { HttpClient = [|new|]() });" },
        { "options with a handler", "Show(new OpenRouterClientOptions { HttpClient = new [|HttpClient|](new HttpClientHandler()) });" },
        { "options with a base address", "Show(new OpenRouterClientOptions { HttpClient = new [|HttpClient|] { BaseAddress = new Uri(\"http://a\") } });" },
        { "assignment", "var options = new OpenRouterClientOptions(); options.HttpClient = new [|HttpClient|](); Show(options);" },
        { "constructor", "Show(new PostOffice(\"k\", new [|HttpClient|]()));" },
        { "constructor, by name", "Show(new PostOffice(carrier: new [|HttpClient|](), stamp: \"k\"));" },
        { "local", "using var http = new [|HttpClient|](); Show(new OpenRouterClientOptions { HttpClient = http });" },
        { "local for a constructor", "var http = new [|HttpClient|](); http.DefaultRequestHeaders.Add(\"a\", \"b\"); Show(new PostOffice(\"k\", http));" },
        { "field", "_http = new [|HttpClient|](); Show(new OpenRouterClientOptions { HttpClient = _http });" },
        { "longer", "Show(new OpenRouterClientOptions { HttpClient = new HttpClient { Timeout = [|TimeSpan.FromMinutes(10)|] } });" },
        { "longer, of a local", "var http = new HttpClient(); http.Timeout = [|TimeSpan.FromMinutes(5)|]; Show(new OpenRouterClientOptions { HttpClient = http });" },
        { "constructed", "Show(new PostOffice(\"k\", new HttpClient { Timeout = [|new TimeSpan(0, 10, 0)|] }));" },
        { "hours", "Show(new PostOffice(\"k\", new HttpClient { Timeout = [|TimeSpan.FromHours(1)|] }));" },
    };

    /// <summary>Bodies in which the limit is shorter than the default.</summary>
    public static TheoryData<string, string> Warnings => new()
    {
        { "seconds", "Show(new OpenRouterClientOptions { HttpClient = new HttpClient { Timeout = [|TimeSpan.FromSeconds(30)|] } });" },
        { "a minute", "Show(new PostOffice(\"k\", new HttpClient { Timeout = [|TimeSpan.FromMinutes(1)|] }));" },
        { "milliseconds", "var http = new HttpClient { Timeout = [|TimeSpan.FromMilliseconds(5000)|] }; Show(new PostOffice(\"k\", http));" },
        { "set later", "_http = new HttpClient(); _http.Timeout = [|TimeSpan.FromSeconds(10)|]; Show(new OpenRouterClientOptions { HttpClient = _http });" },
    };

    [Theory]
    [MemberData(nameof(Notes))]
    public async Task DefaultOrLongerLimit_Informs(string situation, string body)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(DiagnosticSeverity.Info, await SeverityAsync(body));
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public async Task ShortLimit_Warns(string situation, string body)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityAsync(body));
    }

    [Fact]
    public async Task FieldInitialiser_Triggers()
    {
        await RuleVerifier<SetHttpClientTimeoutAnalyzer>.VerifyAsync(
            "class Sample { readonly IOpenRouterClient _client = new OpenRouterClient(new OpenRouterClientOptions { ApiKey = \"k\", HttpClient = new [|HttpClient|]() }); object Get() => _client; }");
    }

    private static async Task<DiagnosticSeverity> SeverityAsync(string body)
    {
        var document = await RuleVerifier<SetHttpClientTimeoutAnalyzer>.VerifyAsync(
            "class Sample { HttpClient? _http; static void Show(object? value) => Console.WriteLine(value); void Run() { " + body + " } object? Get() => _http; }");
        return Assert.Single(await RuleVerifier<SetHttpClientTimeoutAnalyzer>.DiagnosticsAsync(document.Project)).Severity;
    }
}
