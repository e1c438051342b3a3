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
    public void Names_ThatAreDigits_DoNotMeetTheirFields()
    {
        var run = Run($$"""
            "/a/{1}": { "post": { "operationId": "act", {{NoContent}}, "parameters": [
              { "name": "1", "in": "path", "required": true, "schema": { "type": "string" } }, { "name": "+2", "in": "query", "schema": { "type": "integer" } } ],
              "requestBody": { "content": { "application/json": { "schema": { "type": "object", "required": ["3"], "properties": { "3": { "type": "string" }, "-3": { "type": "integer" } } } } } } } }
            """);

        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Placeholder_ThatNobodyDeclared_IsAString()
    {
        var run = Run($$"""
            "/a/{first}/b/{second}": { "get": { "operationId": "act", {{NoContent}}, "parameters": [{ "name": "second", "in": "path", "required": true, "schema": { "type": "integer" } }] } }
            """);

        Assert.Empty(run.CompilerMessages());
        Assert.Contains("Task ActAsync(long second, string first, CancellationToken", run.Sources["SmallAPI.Api.AApi.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_WithoutIdOrTag_IsNamedAfterVerbAndPath()
    {
        var run = Run($$"""
            "/things/{id}/parts": { "get": { {{NoContent}} } }
            """);

        Assert.Contains("GetThingsByIdPartsAsync(string id", run.Sources["SmallAPI.Api.ThingsApi.g.cs"], StringComparison.Ordinal);
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

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" }, "b": { "type": "integer" } } }""", "")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": ["string", "null"] } }""", ", \"style\": \"deepObject\"")]
    [InlineData("""{ "type": "array", "items": { "type": ["integer", "null"] } }""", ", \"explode\": false")]
    [InlineData("""{ "type": "array", "items": { "type": "object", "properties": { "x": {} } } }""", "")]
    [InlineData("""{ "type": "string", "format": "byte" }""", "")]
    public void Parameter_ThatIsNoScalar_Compiles(string schema, string style)
    {
        foreach (var location in new[] { "query", "header", "path" })
        {
            foreach (var required in new[] { "true", "false" })
            {
                var run = Run($$"""
                    "/a/{p}": { "get": { "operationId": "act", {{NoContent}}, "parameters": [{ "name": "p", "in": "{{location}}", "required": {{required}}, "schema": {{schema}}{{style}} }] } }
                    """);

                Assert.Empty(run.CompilerMessages());
            }
        }
    }

    [Fact]
    public void Form_WithEveryKindOfPart_Compiles()
    {
        var run = Run($$"""
            "/a": { "post": { "operationId": "act", {{NoContent}}, "requestBody": { "content": { "multipart/form-data": { "schema": { "type": "object", "required": ["one"], "properties": {
              "one": { "type": "string", "format": "binary" }, "many": { "type": "array", "items": { "type": "string", "format": "binary" } },
              "either": { "anyOf": [{ "type": "string", "format": "binary" }, { "type": "string" }] }, "flag": { "type": "boolean" }, "kind": { "enum": ["a", "b"] },
              "map": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": ["number", "null"] } } }, "rows": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } },
              "bytes": { "type": "string", "format": "byte" }, "any": {} } } } } } } }
            """);

        Assert.Empty(run.CompilerMessages());
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "text": { "type": "string" } } }""", "EventStream<ActEvent>")]
    [InlineData("""{ "type": ["string", "object"], "properties": { "text": { "type": "string" } } }""", "EventStream<ActEvent>")]
    [InlineData("""{ "type": "string" }""", "Task<BinaryResponse>")]
    public void EventStream_OfAnyShape_Compiles(string schema, string result)
    {
        var run = Run($$"""
            "/a": { "get": { "operationId": "act", "responses": { "200": { "description": "", "content": { "text/event-stream": { "schema": {{schema}} } } } } } }
            """);

        Assert.Empty(run.CompilerMessages());
        Assert.Contains(result, run.Sources["SmallAPI.Api.AApi.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_BelowDefaultOnly_IsTheAnswer()
    {
        var run = Run("""
            "/a": { "get": { "operationId": "act", "responses": { "default": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "x": { "type": "string" } } } } } } } } }
            """);

        Assert.Contains("Task<ActResponse> ActAsync(", run.Sources["SmallAPI.Api.AApi.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string paths) => GeneratorRun.Of(Small.WithPaths(paths));
}
