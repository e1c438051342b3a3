using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class OperationTests
{
    private const string NoContent = """ "responses": { "204": { "description": "" } } """;

    [Fact]
    public void Parameters_ThatClashWithEmittedNames_Compile()
    {
        var run = Run($$"""
            "/a/{id}": { "post": { "operationId": "act", {{NoContent}}, "parameters": [
              { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
              { "name": "id", "in": "query", "required": true, "schema": { "type": "integer" } },
              { "name": "request", "in": "query", "required": true, "schema": { "type": "string" } },
              { "name": "message", "in": "query", "schema": { "type": "string" } },
              { "name": "api", "in": "header", "required": true, "schema": { "type": "string" } },
              { "name": "extras", "in": "query", "schema": { "type": "array", "items": { "type": "integer" } } } ],
              "requestBody": { "required": true, "content": { "application/json": { "schema": { "type": "object", "required": ["id", "api"],
                "properties": { "id": { "type": "string" }, "api": { "type": "string" }, "extras": { "type": "boolean" } } } } } } } }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Placeholder_ThatNobodyDeclared_IsAString()
    {
        var run = Run($$"""
            "/a/{first}/b/{second}": { "get": { "operationId": "act", {{NoContent}}, "parameters": [{ "name": "second", "in": "path", "required": true, "schema": { "type": "integer" } }] } }
            """);

        Assert.Empty(run.CompilerMessages());
        Assert.Contains("Task ActAsync(long second, string first, CancellationToken", run.Sources["SmallAPI.Api.DefaultApi.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_WithoutIdOrTag_IsNamedAfterVerbAndPath()
    {
        var run = Run($$"""
            "/things/{id}/parts": { "get": { {{NoContent}} } }
            """);

        Assert.Contains("GetThingsIdPartsAsync(string id", run.Sources["SmallAPI.Api.DefaultApi.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1", "https://localhost/")]
    [InlineData("https://{host}/v1", "https://eu.example/v1")]
    public void Server_GivesTheBaseAddress(string url, string expected)
    {
        var run = GeneratorRun.Of(Small.WithPaths($$"""
            "/a": { "get": { "operationId": "act", {{NoContent}} } }
            """).Replace("""{ "url": "https://small.example/v1" }""", $$"""{ "url": "{{url}}", "variables": { "host": { "default": "eu.example" } } }""", StringComparison.Ordinal));

        Assert.Contains($"new(\"{expected}\")", run.Sources["SmallAPI.Core.SmallClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Selection_ByTagAndIdAndPath_LeavesOutTheRest()
    {
        var document = Small.WithPaths($$"""
            "/a": { "get": { "operationId": "one", "tags": ["First"], {{NoContent}} } },
            "/b/c": { "get": { "operationId": "two", "tags": ["Second"], {{NoContent}} } },
            "/d": { "get": { "operationId": "three", "tags": ["Third"], {{NoContent}} } },
            "/e": { "get": { "operationId": "four", "tags": ["Fourth"], {{NoContent}} } }
            """);

        var run = GeneratorRun.Of(document, ("OpenRouterOperations", "tag:First; /b/*; three"));

        Assert.Empty(run.CompilerMessages());
        var client = run.Sources["SmallAPI.Core.SmallClient.g.cs"];
        Assert.All(["First", "Second", "Third"], group => Assert.Contains($"I{group}Api {group} {{ get; }}", client, StringComparison.Ordinal));
        Assert.DoesNotContain("Fourth", client, StringComparison.Ordinal);
    }

    [Fact]
    public void CookieParameter_IsReportedAndLeftOut()
    {
        var run = Run($$"""
            "/a": { "get": { "operationId": "act", {{NoContent}}, "parameters": [{ "name": "c", "in": "cookie", "schema": { "type": "string" } }] } }
            """);

        Assert.Equal("ORG0014", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerMessages());
    }

    private static GeneratorRun Run(string paths) => GeneratorRun.Of(Small.WithPaths(paths));
}
