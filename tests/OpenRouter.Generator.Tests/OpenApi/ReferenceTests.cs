using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

public sealed class ReferenceTests
{
    /// <summary>References into every corner of this document, and the C# property that each becomes.</summary>
    [Theory]
    [InlineData("#/components/schemas/Tree/$defs/Leaf", "Leaf? Value")]
    [InlineData("#/components/schemas/Tree/definitions/Branch", "Branch? Value")]
    [InlineData("#leaf", "Leaf? Value")]
    [InlineData("#/components/schemas/Tree/properties/tags/items", "long? Value")]
    [InlineData("#/components/schemas/Tree/allOf/0/properties/height", "double? Value")]
    [InlineData("#/paths/~1trees~1%7Bid%7D/get/parameters/0/schema", "Guid? Value")]
    [InlineData("#/paths/~1trees~1{id}/get/responses/200/content/application~1json/schema", "Tree? Value")]
    [InlineData("#/components/parameters/Limit/schema", "int? Value")]
    [InlineData("#/components/responses/Trees/content/application~1json/schema", "IReadOnlyList<Tree>? Value")]
    [InlineData("#/components/requestBodies/Plant/content/application~1json/schema/properties/when", "DateTimeOffset? Value")]
    [InlineData("#/components/headers/Rest/schema", "long? Value")]
    [InlineData("#/components/schemas/Odd~1name~0x", "bool? Value")]
    [InlineData("#/components/schemas/Odd%2Fname~0x", "bool? Value")]
    [InlineData("#/components/schemas/Alias/properties/label", "string? Value")]
    [InlineData("https://small.example/schemas/leaf", "Leaf2? Value")]
    [InlineData("https://small.example/schemas/leaf#/properties/inner", "bool? Value")]
    public void Reference_IntoTheDocument_IsFollowed(string reference, string expected)
    {
        var run = GeneratorRun.Of(Forest.Replace("\"HERE\"", $"\"{reference}\"", StringComparison.Ordinal));

        Assert.Empty(run.Diagnostics);
        Assert.Contains($"public {expected} {{ get; init; }}", run.Sources["Forest.Models.Holder.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Parameter_Response_BodyAndPathItem_AreFollowed()
    {
        var run = GeneratorRun.Of(Forest.Replace("\"HERE\"", "\"#leaf\"", StringComparison.Ordinal));

        var api = run.Sources["Forest.Api.TreesApi.g.cs"];
        Assert.Contains("PlantTreeAsync(PlantTreeRequest request", api, StringComparison.Ordinal);
        Assert.Contains("IReadOnlyList<Tree>", api, StringComparison.Ordinal);
        Assert.Contains("int? Limit", run.Sources["Forest.Api.ListTreesParameters.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void IdOfASchema_IsTheRootOfItsOwnReferences()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Name": { "type": "integer" },
            "Person": {
              "$id": "https://small.example/person", "type": "object",
              "properties": { "own": { "$ref": "#/$defs/Name" }, "outer": { "$ref": "#/components/schemas/Name" }, "other": { "$ref": "animal" } },
              "$defs": { "Name": { "type": "object", "properties": { "first": { "type": "string" } } } }
            },
            "Animal": { "$id": "https://small.example/animal", "type": "object", "properties": { "legs": { "type": "integer" } } }
            """)));

        var person = live.Parse("Person", """{"own":{"first":"a"},"outer":7,"other":{"legs":4}}""");

        Assert.Equal("a", LiveClient.Get(LiveClient.Get(person, "Own")!, "First"));
        Assert.Equal(7L, LiveClient.Get(person, "Outer"));
        Assert.Equal(4L, LiveClient.Get(LiveClient.Get(person, "Other")!, "Legs"));
    }

    [Fact]
    public void Siblings_ThatSaySomething_CountMoreThanTheTarget()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Leaf": { "type": "object", "description": "A leaf.", "properties": { "id": { "type": "string" } } },
            "Holder": { "type": "object", "required": ["a"], "properties": {
              "a": { "$ref": "#/components/schemas/Leaf", "description": "The first leaf.", "deprecated": true, "nullable": true, "x-csharp-name": "First" } } }
            """));

        var source = run.Sources["SmallAPI.Models.Holder.g.cs"];
        Assert.Contains("/// <summary>The first leaf.</summary>", source, StringComparison.Ordinal);
        Assert.Contains("Obsolete(", source, StringComparison.Ordinal);
        Assert.Contains("Leaf? First", source, StringComparison.Ordinal);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void Siblings_WithAShape_CombineAsAllOfDoes()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Leaf": { "type": "object", "properties": { "id": { "type": "string" } } },
            "Big": { "$ref": "#/components/schemas/Leaf", "required": ["id"], "properties": { "size": { "type": "integer" } } }
            """)));

        var big = live.Parse("Big", """{"id":"x","size":3}""");

        Assert.Equal(("x", 3L), (LiveClient.Get(big, "Id"), LiveClient.Get(big, "Size")));
    }

    [Fact]
    public void Siblings_WithAShapeInVersion30_AreIgnoredWithANote()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Leaf": { "type": "object", "properties": { "id": { "type": "string" } } },
            "Holder": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/Leaf", "properties": { "b": {} } } } }
            """).Replace("3.1.0", "3.0.3", StringComparison.Ordinal));

        Assert.Equal("ORG0024", Assert.Single(run.Diagnostics).Id);
        Assert.Contains("Leaf? A", run.Sources["SmallAPI.Models.Holder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void DynamicReference_ToAnAnchorThatStandsOnce_IsAReference()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Tree": { "$dynamicAnchor": "node", "type": "object", "properties": {
              "name": { "type": "string" }, "children": { "type": "array", "items": { "$dynamicRef": "#node" } } } }
            """)));

        const string Json = """{"name":"a","children":[{"name":"b","children":[]}]}""";
        Assert.Equal(Json, live.RoundTrip("Tree", Json));
        Assert.Equal("Tree", LiveClient.Get(live.Parse("Tree", Json), "Children")!.GetType().GetGenericArguments()[0].Name);
    }

    [Fact]
    public void RecursiveReference_MeansTheSchemaWithTheIdentifier()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Tree": { "$id": "https://small.example/tree", "$recursiveAnchor": true, "type": "object", "properties": { "next": { "$recursiveRef": "#" } } }
            """)));

        Assert.Equal("Tree", LiveClient.Get(live.Parse("Tree", """{"next":{}}"""), "Next")!.GetType().Name);
    }

    [Fact]
    public void RecursiveReference_WithoutAnIdentifier_MeansTheSchemaWithTheAnchor()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "And": { "$recursiveAnchor": true, "type": "object", "properties": { "parts": { "type": "array", "items": { "$recursiveRef": "#" } } } }
            """)));

        Assert.Equal("And", LiveClient.Get(live.Parse("And", """{"parts":[{}]}"""), "Parts")!.GetType().GetGenericArguments()[0].Name);
    }

    [Fact]
    public void Definitions_BesideASchema_AreFoundFromInside()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Event": { "type": "object", "properties": { "kind": { "$ref": "#/$defs/Kind" }, "data": { "$ref": "#/$defs/Data" } },
              "$defs": { "Kind": { "type": "string", "enum": ["a", "b"] }, "Data": { "type": "object", "properties": { "kind": { "$ref": "#/$defs/Kind" } } } } }
            """));

        Assert.Empty(run.Diagnostics);
        Assert.Contains("Kind? Kind", run.Sources["SmallAPI.Models.Event.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Data? Data", run.Sources["SmallAPI.Models.Event.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void DynamicReference_ThatMayMeanSeveralSchemas_IsReported()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Tree": { "$id": "https://small.example/tree", "$dynamicAnchor": "node", "type": "object", "properties": { "next": { "$dynamicRef": "#node" } } },
            "Strict": { "$id": "https://small.example/strict", "$dynamicAnchor": "node", "$ref": "tree", "additionalProperties": false }
            """));

        Assert.Equal("ORG0022", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerMessages());
    }

    [Theory]
    [InlineData("#", "points at nothing")]
    [InlineData("#nowhere", "points at nothing")]
    [InlineData("#/paths/~1trees/get/parameters/9", "points at nothing")]
    [InlineData("#/components/schemas/Holder/properties/value/properties/x", "points at nothing")]
    public void Reference_ThatLeadsNowhere_IsReportedOnce(string reference, string message)
    {
        var run = GeneratorRun.Of(Forest.Replace("\"HERE\"", $"\"{reference}\"", StringComparison.Ordinal));

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0004", problem.Id);
        Assert.Contains(message, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Reference_ThatIsNoText_IsReported()
    {
        var run = GeneratorRun.Of(Forest.Replace("\"HERE\"", "7", StringComparison.Ordinal));

        Assert.Equal("ORG0004", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/S%N" }""")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/S%N" }, { "description": "more" }] }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/components/schemas/S%N" } }""")]
    [InlineData("""{ "type": "object", "properties": { "next": { "$ref": "#/components/schemas/S%N" } } }""")]
    public void ChainOfThousandReferences_DoesNotOverflow(string link)
    {
        var schemas = Enumerable.Range(1, 1000).Select(i => $"\"S{i}\": {link.Replace("%N", (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)}");
        GeneratorRun? run = null;
        var thread = new Thread(() => run = GeneratorRun.Of(Small.WithSchemas(string.Join(",\n", schemas) + ", \"S1001\": { \"type\": \"string\" }")), 1 << 20);
        thread.Start();
        thread.Join();

        Assert.All(run!.Diagnostics, static problem => Assert.Contains(problem.Id, new[] { "ORG0007", "ORG0016" }));
    }

    private const string Forest = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Forest", "version": "1" },
          "paths": {
            "/trees": { "$ref": "#/components/pathItems/Trees" },
            "/trees/{id}": { "get": {
              "operationId": "getTree",
              "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Tree" } } } } } } }
          },
          "components": {
            "pathItems": { "Trees": {
              "get": { "operationId": "listTrees", "parameters": [{ "$ref": "#/components/parameters/Limit" }], "responses": { "200": { "$ref": "#/components/responses/Trees" } } },
              "post": { "operationId": "plantTree", "requestBody": { "$ref": "#/components/requestBodies/Plant" }, "responses": { "204": { "description": "" } } } } },
            "parameters": { "Limit": { "name": "limit", "in": "query", "schema": { "type": "integer", "format": "int32" } } },
            "headers": { "Rest": { "schema": { "type": "integer" } } },
            "responses": { "Trees": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } } } },
            "requestBodies": { "Plant": { "content": { "application/json": { "schema": { "type": "object", "properties": { "when": { "type": "string", "format": "date-time" } } } } } } },
            "schemas": {
              "Tree": {
                "allOf": [{ "type": "object", "properties": { "height": { "type": "number" } } }],
                "properties": { "tags": { "type": "array", "items": { "type": "integer" } }, "label": { "type": "string" } },
                "$defs": { "Leaf": { "$anchor": "leaf", "type": "object", "properties": { "green": { "type": "boolean" } } } },
                "definitions": { "Branch": { "type": "object", "properties": { "thick": { "type": "boolean" } } } }
              },
              "Odd/name~x": { "type": "boolean" },
              "Alias": { "$ref": "#/components/schemas/Tree" },
              "Leaf2": { "$id": "https://small.example/schemas/leaf", "type": "object", "properties": { "inner": { "type": "boolean" } } },
              "Holder": { "type": "object", "properties": { "value": { "$ref": "HERE" } } }
            }
          }
        }
        """;
}
