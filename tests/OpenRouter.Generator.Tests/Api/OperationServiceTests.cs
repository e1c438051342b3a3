using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>Where a request goes and what it shows of the caller.</summary>
public sealed class OperationServiceTests
{
    private const string NoContent = """ "responses": { "204": { "description": "" } } """;

    [Theory]
    [InlineData(""" "security": [] """, false)]
    [InlineData(""" "security": [{ "token": [] }] """, true)]
    [InlineData(""" "security": [{}, { "token": [] }] """, true)]
    [InlineData(""" "summary": "x" """, true)]
    public async Task Key_IsSentUnlessTheOperationIsAnonymous(string security, bool isSent)
    {
        var run = GeneratorRun.Of(WithSchemes($$""" "/a": { "get": { "operationId": "act", {{NoContent}}, {{security}} } } """, """ "token": { "type": "http", "scheme": "Bearer" } """));
        var call = LiveCall.Of(run);

        await call.SendAsync("ActAsync");

        Assert.Empty(run.Diagnostics);
        Assert.Equal(isSent, call.Sent.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("""{ "type": "apiKey", "in": "header", "name": "X-Key" }""", "put 'X-Key' into OpenRouterClientOptions.DefaultHeaders")]
    [InlineData("""{ "type": "apiKey", "in": "query", "name": "key" }""", "OpenRouterClientOptions.Handler")]
    [InlineData("""{ "type": "apiKey", "in": "cookie", "name": "sid" }""", "OpenRouterClientOptions.Handler")]
    [InlineData("""{ "type": "http", "scheme": "basic" }""", "HTTP basic")]
    [InlineData("""{ "type": "mutualTLS" }""", "certificate")]
    public void Scheme_ThatTheClientDoesNotSpeak_IsNotedOnceWithAWayOut(string scheme, string expected)
    {
        var run = GeneratorRun.Of(WithSchemes($$"""
            "/a": { "get": { "operationId": "one", {{NoContent}}, "security": [{ "mine": [] }] }, "post": { "operationId": "two", {{NoContent}}, "security": [{ "mine": [], "token": [] }] } }
            """, $$""" "token": { "type": "oauth2", "flows": {} }, "unused": { "type": "http", "scheme": "digest" }, "mine": {{scheme}} """));

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0018", problem.Id);
        var message = problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'mine'", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Equal("\"mine\"", run.DocumentText.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task Server_OfOperationPathOrDocument_IsTheNearest()
    {
        var call = LiveCall.Of(GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "servers": [{ "url": "https://{region}.path.example/v2", "variables": { "region": { "default": "eu", "enum": ["eu", "us"] } } }],
              "get": { "operationId": "one", {{NoContent}} }, "post": { "operationId": "two", {{NoContent}}, "servers": [{ "url": "https://own.example" }] } },
            "/b": { "get": { "operationId": "three", {{NoContent}} } }
            """)));

        foreach (var (name, address) in new[] { ("OneAsync", "https://eu.path.example/v2/a"), ("TwoAsync", "https://own.example/a"), ("ThreeAsync", "https://small.example/v1/b") })
        {
            await call.SendAsync(name);
            Assert.Equal(address, call.Sent.Address);
        }
    }

    [Fact]
    public void Server_ThatIsRelative_IsNoted()
    {
        var run = GeneratorRun.Of(Small.WithPaths($$""" "/a": { "get": { "operationId": "act", {{NoContent}} } } """).Replace("https://small.example/v1", "/v1", StringComparison.Ordinal));

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0019", problem.Id);
        Assert.Equal("\"/v1\"", run.DocumentText.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Empty(run.CompilerMessages());
    }

    private static string WithSchemes(string paths, string schemes) =>
        Small.WithPaths(paths).Replace("\"schemas\": {", $"\"securitySchemes\": {{ {schemes} }}, \"schemas\": {{", StringComparison.Ordinal);
}
