using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class SchemaShapeTests
{
    [Theory]
    [InlineData("""{ "type": "integer" }""", "long? Value")]
    [InlineData("""{ "type": "integer", "format": "int32" }""", "int? Value")]
    [InlineData("""{ "type": "number" }""", "double? Value")]
    [InlineData("""{ "type": "number", "format": "decimal" }""", "decimal? Value")]
    [InlineData("""{ "type": ["string", "null"] }""", "string? Value")]
    [InlineData("""{ "type": "string", "format": "uuid" }""", "Guid? Value")]
    [InlineData("""{ "type": "string", "format": "date-time" }""", "DateTimeOffset? Value")]
    [InlineData("""{ "type": "string", "format": "date" }""", "string? Value")]
    [InlineData("""{ "type": "string", "format": "uri" }""", "Uri? Value")]
    [InlineData("""{}""", "JsonElement? Value")]
    [InlineData("""true""", "JsonElement? Value")]
    [InlineData("""{ "type": "object" }""", "IReadOnlyDictionary<string, JsonElement>? Value")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "integer" } }""", "IReadOnlyDictionary<string, long>? Value")]
    [InlineData("""{ "type": "array", "items": { "type": ["number", "null"] } }""", "IReadOnlyList<double?>? Value")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "null" }] }""", "string? Value")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }, { "description": "Only words." }] }""", "Base? Value")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }, { "type": "object", "properties": {} }] }""", "Base? Value")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }, { "properties": { "more": { "type": "string" } } }] }""", "HolderValue? Value")]
    [InlineData("""{ "anyOf": [{ "enum": ["a"] }, { "enum": ["b", "c"] }, { "type": "string" }] }""", "HolderValue? Value")]
    [InlineData("""{ "type": ["string", "integer"] }""", "HolderValue? Value")]
    [InlineData("""{ "$ref": "#/components/schemas/Base/properties/inner" }""", "bool? Value")]
    public void Property_OfASchema_HasThisType(string schema, string expected)
    {
        var run = GeneratorRun.Of(Small.WithSchemas($$"""
            "Base": { "type": "object", "properties": { "inner": { "type": "boolean" } } },
            "Holder": { "type": "object", "properties": { "value": {{schema}} } }
            """));

        Assert.Empty(run.Diagnostics);
        Assert.Contains($"public {expected} {{ get; init; }}", run.Sources["SmallAPI.Models.Holder.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Nullable_InAVersion30Document_MeansTheSame()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Holder": { "type": "object", "required": ["a"], "properties": { "a": { "type": "string", "nullable": true } } }
            """).Replace("3.1.0", "3.0.3", StringComparison.Ordinal));

        var live = LiveClient.Load(run);
        Assert.Equal("""{"a":null}""", live.RoundTrip("Holder", """{"a":null}"""));
    }

    [Fact]
    public void AllOf_LastBranchWins()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Base": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" }, "size": { "type": "string" } } },
            "Wide": { "allOf": [{ "$ref": "#/components/schemas/Base" }, { "required": ["size"], "properties": { "size": { "type": "integer" } } }] }
            """)));

        var wide = live.Parse("Wide", """{"kind":"k","size":7}""");

        Assert.Equal(7L, LiveClient.Get(wide, "Size"));
        Assert.Equal("k", LiveClient.Get(wide, "Kind"));
    }

    [Fact]
    public void RequiredMember_ThatIsMissing_IsReadAndSaidWhenAsked()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Holder": { "type": "object", "required": ["id", "count"], "properties": { "id": { "type": "string" }, "count": { "type": "integer" } } }
            """)));

        var holder = live.Parse("Holder", """{"id":"x"}""");

        Assert.Equal("x", LiveClient.Get(holder, "Id"));
        var exception = Assert.Throws<System.Reflection.TargetInvocationException>(() => LiveClient.Get(holder, "Count"));
        Assert.Contains("'count' of Holder", exception.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal("""{"id":"x"}""", LiveClient.Write(holder));
    }

    [Fact]
    public void UnknownMembersAndValues_SurviveARoundTrip()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Color": { "type": "string", "enum": ["red", "green"] },
            "Holder": { "type": "object", "properties": { "color": { "$ref": "#/components/schemas/Color" } } }
            """)));

        const string Json = """{"color":"blue","later":{"a":[1,2.50,null]}}""";
        Assert.Equal(Json, live.RoundTrip("Holder", Json));
        Assert.Equal(false, LiveClient.Get(LiveClient.Get(live.Parse("Holder", Json), "Color")!, "IsKnown"));
    }

    [Fact]
    public void Names_ThatWouldNotCompile_AreMadeToCompile()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Type": { "type": "object", "properties": { "type": { "type": "string" }, "equals": { "type": "string" }, "object": { "type": "string" } } },
            "JsonElement": { "type": "object", "properties": { "json_element": {}, "name": { "type": "string" }, "reader": { "type": "string" } } },
            "Task": { "type": "object", "properties": { "task": { "$ref": "#/components/schemas/Type" }, "a-b": { "type": "string" }, "a_b": { "type": "string" }, "5m": { "type": "string" } } },
            "task": { "type": "object", "properties": { "x": { "type": "string" } } },
            "Odd\"name*/": { "type": "object", "description": "Ends */ and </summary> & more.\nSecond line.", "properties": { "x\"\\y": { "type": "string", "enum": ["\"", "\\"] } } }
            """));

        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void ListOrMapOfItself_HoldsAnyJsonAndIsReported()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Nested": { "type": "array", "items": { "$ref": "#/components/schemas/Nested" } },
            "Tree": { "type": "object", "additionalProperties": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } },
            "Holder": { "type": "object", "properties": { "a": { "$ref": "#/components/schemas/Nested" }, "b": { "$ref": "#/components/schemas/Tree" } } }
            """));

        Assert.All(run.Diagnostics, static problem => Assert.Equal("ORG0016", problem.Id));
        var live = LiveClient.Load(run);
        const string Json = """{"a":[[],[[]]],"b":{"x":[{"y":[]}]}}""";
        Assert.Equal(Json, live.RoundTrip("Holder", Json));
    }

    [Fact]
    public void MembersBesideAUnion_BelongToEachCase()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "A": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["a"] }, "a": { "type": "integer" } } },
            "B": { "type": "object", "required": ["kind"], "properties": { "kind": { "enum": ["b"] } } },
            "Beside": { "type": "object", "required": ["shared"], "properties": { "shared": { "type": "string" } }, "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] },
            "Joined": { "allOf": [{ "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] }, { "properties": { "shared": { "type": "string" } } }] }
            """)));

        foreach (var union in new[] { "Beside", "Joined" })
        {
            var value = LiveClient.Get(live.Parse(union, """{"kind":"a","a":1,"shared":"s"}"""), "Value")!;

            Assert.Equal("s", LiveClient.Get(value, "Shared"));
            Assert.Equal(1L, LiveClient.Get(value, "A"));
        }
    }

    [Fact]
    public void Names_OfTheFramework_AreUsableForModels()
    {
        string[] names = ["File", "Path", "Stream", "Timer", "Monitor", "Task", "Thread", "Action", "Version", "Environment", "HttpMethod", "List", "Guid", "Default", "TResult", "Held"];
        var schemas = string.Join(",\n", names.Select(static name => $$"""
            "{{name}}": { "type": "object", "required": ["next"], "properties": { "next": { "type": "string" }, "other": { "$ref": "#/components/schemas/File" } } }
            """));
        var paths = string.Join(",\n", names.Select(static name => $$"""
            "/{{name}}": { "post": { "tags": ["{{name}}"], "operationId": "make{{name}}", "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{name}}" } } } },
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{name}}" } } } } } } }
            """));

        Assert.Empty(GeneratorRun.Of(Small.WithPaths(paths, schemas)).CompilerMessages());
    }
}
