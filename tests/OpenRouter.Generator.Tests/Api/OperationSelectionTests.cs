using System.Text.Json.Nodes;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>Which operations the patterns of OpenRouterOperations pick.</summary>
public sealed class OperationSelectionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", "a b c d e")]
    [InlineData("getModel", "b")]
    [InlineData("*Model*", "b c")]
    [InlineData("get*;createChat", "a b")]
    [InlineData("tag:models", "b c")]
    [InlineData("tag:Admin", "c")]
    [InlineData("/chat/**", "a d")]
    [InlineData("/chat", "d")]
    [InlineData("/models/*", "b c")]
    [InlineData("/models/**", "b c e")]
    [InlineData("/mod*/*/parts", "e")]
    [InlineData("/**/parts", "e")]
    [InlineData("GET /models/{id}", "b")]
    [InlineData("delete /models/**", "c")]
    [InlineData("x-hidden", "c")]
    [InlineData("x-level=beta", "d")]
    [InlineData("x-hidden=false", "e")]
    [InlineData("!x-hidden", "a b d e")]
    [InlineData("!x-hidden; !/chat/**", "b e")]
    [InlineData("/models/** , !DELETE /models/{id}\n!/**/parts", "b")]
    public void Patterns_PickOperations(string patterns, string expected)
    {
        var run = GeneratorRun.Of(Document, ("OpenRouterOperations", patterns));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages());
        string[] all = ["a", "b", "c", "d", "e"];
        Assert.Equal(expected, string.Join(' ', all.Where(name => run.Sources.Values.Any(source => source.Contains($"path {name}.", StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("getModl")]
    [InlineData("tag:Nothing")]
    [InlineData("/models")]
    [InlineData("POST /models/{id}")]
    [InlineData("!x-internal")]
    public void Pattern_ThatMatchesNothing_IsAWarningAtTheStartOfTheDocument(string pattern)
    {
        var run = GeneratorRun.Of(Document, ("OpenRouterOperations", "getModel;" + pattern));

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0017", problem.Id);
        Assert.Contains($"'{pattern}'", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal((0, 0), (problem.Location.GetLineSpan().StartLinePosition.Line, problem.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public void Selection_IsSummedUp()
    {
        var run = GeneratorRun.Of(Document, ("OpenRouterOperations", "tag:Models;nothing"));

        Assert.Equal(
            "Generated 2 of 5 operations as 2 methods, 1 classes, 0 enums and 0 unions. The selection left out 3 operations. Problems: ORG0017 1.",
            run.Summary.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, run.Summary.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void ChatAlone_OfTheOfficialDocument_EmitsOnlyWhatItReaches()
    {
        var document = File.ReadAllText(SharedFacts.OfficialDocument("json"));

        AssertReach(GeneratorRun.Of(document, Chat), document);
    }

    [Fact]
    public void ChatAlone_OfOurDocument_EmitsOnlyWhatItReaches() =>
        AssertReach(GeneratorRun.Of([new MemoryText("openrouter.openapi.json", OurSchema.Document)], Chat), OurSchema.Document);

    private static readonly (string Name, string Value) Chat = ("OpenRouterOperations", "/chat/completions");

    /// <summary>The operation reaches 168 of 769 components, 140 of them without its errors; only those may be emitted, with what stands inline in them.</summary>
    private void AssertReach(GeneratorRun run, string document)
    {
        var root = JsonNode.Parse(document)!;
        var components = root["components"]!["schemas"]!.AsObject();
        var operation = root["paths"]!["/chat/completions"]!["post"]!;
        var reached = Reach(components, [operation]);
        var needed = Reach(components, [operation["parameters"], operation["requestBody"], operation["responses"]!["200"]]);
        var emitted = run.Sources.Keys.Where(static name => name.Contains(".Models.", StringComparison.Ordinal)).Select(static name => name.Split('.')[^3]).ToHashSet(StringComparer.Ordinal);
        var strangers = components.Select(static component => component.Key).Where(name => !needed.Contains(name) && emitted.Contains(name));

        output.WriteLine($"{run.Summary.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} {emitted.Count} types, {reached.Count} components reached, {needed.Count} without errors, of {components.Count}.");
        Assert.Empty(strangers);
        Assert.Equal((168, 140, 769), (reached.Count, needed.Count, components.Count));
        Assert.InRange(emitted.Count, 140, 200);
        Assert.Contains("Generated 1 of 97 operations as 2 methods", run.Summary.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static HashSet<string> Reach(JsonObject components, IEnumerable<JsonNode?> from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<JsonNode?>(from);
        while (pending.TryPop(out var node))
        {
            var children = node switch
            {
                JsonObject members => members.Where(static member => member.Key is not ("example" or "examples")).Select(static member => member.Value),
                JsonArray items => items,
                _ => [],
            };
            foreach (var child in children)
            {
                pending.Push(child);
            }

            if (node is JsonObject reference && reference["$ref"] is JsonValue target && reached.Add(((string)target!).Split('/')[^1]))
            {
                pending.Push(components[((string)target!).Split('/')[^1]]);
            }
        }

        return reached;
    }

    private const string Document = """
        { "openapi": "3.1.0", "info": { "title": "Small API", "version": "1" }, "servers": [{ "url": "https://small.example/v1" }], "paths": {
          "/chat/completions": { "post": { "operationId": "createChat", "summary": "path a.", "tags": ["Chat"], "responses": { "204": { "description": "" } } } },
          "/models/{id}": { "get": { "operationId": "getModel", "summary": "path b.", "tags": ["Models"], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Model" } } } } } },
            "delete": { "operationId": "deleteModel", "summary": "path c.", "tags": ["Models", "Admin"], "x-hidden": true, "responses": { "204": { "description": "" } } } },
          "/chat": { "get": { "operationId": "listChats", "summary": "path d.", "x-level": "beta", "responses": { "204": { "description": "" } } } },
          "/models/{id}/parts": { "get": { "operationId": "listParts", "summary": "path e.", "x-hidden": false, "responses": { "204": { "description": "" } } } } },
          "components": { "schemas": { "Model": { "type": "object", "properties": { "id": { "type": "string" } } } } } }
        """;
}
