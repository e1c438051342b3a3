using OpenRouter.Analyzers.Rules.OR2006_SetHttpClientTimeout;
using OpenRouter.Analyzers.Tests.Harness;

namespace OpenRouter.Analyzers.Tests.OR2006_SetHttpClientTimeout;

public sealed class SetHttpClientTimeoutSilenceTests
{
    /// <summary>Bodies of a method with parameters <c>given</c>, <c>factory</c> and <c>limit</c>.</summary>
    public static TheoryData<string, string> Bodies => new()
    {
        { "none", "Show(new OpenRouterClientOptions { HttpClient = new HttpClient { Timeout = Timeout.InfiniteTimeSpan } });" },
        { "none, for a constructor", "Show(new PostOffice(\"k\", new HttpClient { Timeout = Timeout.InfiniteTimeSpan }));" },
        { "none, set later", "var http = new HttpClient(); http.Timeout = Timeout.InfiniteTimeSpan; Show(new OpenRouterClientOptions { HttpClient = http });" },
        { "none, of a field", "_http = new HttpClient(); _http.Timeout = Timeout.InfiniteTimeSpan; Show(new OpenRouterClientOptions { HttpClient = _http });" },
        { "minus one", "Show(new OpenRouterClientOptions { HttpClient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(-1) } });" },
        { "setting", "Show(new OpenRouterClientOptions { HttpClient = new HttpClient { Timeout = limit } });" },
        { "setting in seconds", "Show(new OpenRouterClientOptions { HttpClient = new HttpClient { Timeout = TimeSpan.FromSeconds(limit.Seconds) } });" },
        { "parameter", "Show(new OpenRouterClientOptions { HttpClient = given });" },
        { "factory", "Show(new OpenRouterClientOptions { HttpClient = factory.CreateClient() });" },
        { "factory, through a local", "var http = factory.CreateClient(); Show(new PostOffice(\"k\", http));" },
        { "other method", "Show(new OpenRouterClientOptions { HttpClient = Make() });" },
        { "configured elsewhere", "var http = new HttpClient(); Configure(http); Show(new OpenRouterClientOptions { HttpClient = http });" },
        { "one of two", "var http = new HttpClient(); if (limit.Seconds > 0) { http = given; } Show(new OpenRouterClientOptions { HttpClient = http });" },
        { "own type", "Show(new OpenRouterClientOptions { HttpClient = new Patient() });" },
        { "no HttpClient", "Show(new OpenRouterClient(new OpenRouterClientOptions { ApiKey = \"k\" }));" },
        { "other client", "Show(new Weather(new HttpClient())); using var http = new HttpClient(); Show(http.BaseAddress);" },
        { "other options", "Show(new WeatherOptions { HttpClient = new HttpClient() });" },
        { "null", "Show(new OpenRouterClientOptions { HttpClient = null }); Show(new PostOffice(\"k\"));" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_IsSilent(string situation, string body)
    {
        Assert.NotEmpty(situation);
        await VerifyAsync(body);
    }

    [Fact]
    public Task TestProject_IsSilent() => VerifyAsync(
        "Show(new PostOffice(\"k\", new HttpClient()));", TestProject.Default with { ReferencesTestFramework = true });

    private static async Task VerifyAsync(string body, TestProject? project = null)
    {
        await RuleVerifier<SetHttpClientTimeoutAnalyzer>.VerifyAsync(
            """
            class Patient : HttpClient { }
            class Weather(HttpClient http) { public HttpClient Http => http; }
            class WeatherOptions { public HttpClient? HttpClient { get; set; } }
            interface IHttpClientFactory { HttpClient CreateClient(); }
            class Sample
            {
                HttpClient? _http;
                object? Get() => _http;
                static void Show(object? value) => Console.WriteLine(value);
                static HttpClient Make() => new HttpClient();
                static void Configure(HttpClient http) => http.Timeout = Timeout.InfiniteTimeSpan;
                void Run(HttpClient given, IHttpClientFactory factory, TimeSpan limit) {
            """ + body + " } }",
            project);
    }
}
