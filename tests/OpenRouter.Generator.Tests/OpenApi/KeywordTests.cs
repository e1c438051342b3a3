using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

public sealed class KeywordTests
{
    [Theory]
    [InlineData("""{ "type": "object", "patternProperties": { "^x": { "type": "integer" } } }""", "IReadOnlyDictionary<string, long>? Value")]
    [InlineData("""{ "patternProperties": { "^x": { "type": "integer" }, "^y": { "type": "integer" } }, "additionalProperties": false }""", "IReadOnlyDictionary<string, long>? Value")]
    [InlineData("""{ "patternProperties": { "^x": { "type": "integer" }, "^y": { "type": "string" } } }""", "IReadOnlyDictionary<string, HolderValueValue>? Value")]
    [InlineData("""{ "type": "object", "unevaluatedProperties": { "type": "string" } }""", "IReadOnlyDictionary<string, string>? Value")]
    [InlineData("""{ "type": "object", "propertyNames": { "pattern": "^a" } }""", "IReadOnlyDictionary<string, JsonElement>? Value")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "number" }, { "type": "number" }] }""", "IReadOnlyList<double>? Value")]
    [InlineData("""{ "prefixItems": [{ "type": "number" }, { "type": "string" }], "items": false }""", "IReadOnlyList<HolderValueItem>? Value")]
    [InlineData("""{ "type": "array", "prefixItems": [{ "type": "number" }], "items": { "type": "number" } }""", "IReadOnlyList<double>? Value")]
    [InlineData("""{ "type": "array", "items": [{ "type": "string" }] }""", "IReadOnlyList<string>? Value")]
    [InlineData("""{ "type": "array", "items": false }""", "IReadOnlyList<JsonElement>? Value")]
    [InlineData("""{ "type": "array", "items": true }""", "IReadOnlyList<JsonElement>? Value")]
    [InlineData("""{ "type": "array", "unevaluatedItems": { "type": "string" } }""", "IReadOnlyList<string>? Value")]
    [InlineData("""{ "type": "string", "contentEncoding": "base64" }""", "byte[]? Value")]
    [InlineData("""{ "type": "string", "contentMediaType": "application/json" }""", "string? Value")]
    [InlineData("""{ "type": "string", "contentMediaType": "image/png" }""", "string? Value")]
    [InlineData("""{ "const": [1, 2] }""", "IReadOnlyList<JsonElement>? Value")]
    [InlineData("""{ "enum": [{ "a": 1 }, { "a": 2 }] }""", "IReadOnlyDictionary<string, JsonElement>? Value")]
    [InlineData("""{ "enum": ["a", "b", null] }""", "HolderValue? Value")]
    [InlineData("""{ "enum": ["auto", "none", 1, 2] }""", "HolderValue? Value")]
    [InlineData("""{ "const": true }""", "bool? Value")]
    [InlineData("""{ "pattern": "^a" }""", "string? Value")]
    [InlineData("""{ "minimum": 3 }""", "double? Value")]
    [InlineData("""{ "maxItems": 3 }""", "IReadOnlyList<JsonElement>? Value")]
    [InlineData("""{ "format": "date-time" }""", "DateTimeOffset? Value")]
    [InlineData("""{ "format": "int32" }""", "int? Value")]
    [InlineData("""{ "type": ["integer", "null"] }""", "long? Value")]
    [InlineData("""{ "nullable": true, "allOf": [{ "$ref": "#/components/schemas/Base" }] }""", "Base? Value")]
    [InlineData("""{ "type": "integer", "minimum": 1, "exclusiveMinimum": true }""", "long? Value")]
    [InlineData("""{ "type": "string", "anyOf": [{ "format": "ipv4" }, { "format": "ipv6" }] }""", "string? Value")]
    [InlineData("""{ "type": "integer", "oneOf": [{ "minimum": 3 }, { "maximum": 1 }] }""", "long? Value")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "integer" }, "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }""", "IReadOnlyDictionary<string, long>? Value")]
    [InlineData("""{ "allOf": [{ "$ref": "#/components/schemas/Base" }, { "anyOf": [{ "required": ["a"] }, { "required": ["b"] }] }] }""", "Base? Value")]
    [InlineData("""{ "type": "string", "anyOf": [{ "enum": ["a", "b"] }, { "pattern": "^x" }] }""", "HolderValue? Value")]
    [InlineData("""{ "type": ["string", "null"], "anyOf": [{ "minLength": 3 }, { "type": "null" }] }""", "string? Value")]
    [InlineData("""{ "type": "string", "example": "x", "examples": ["y"] }""", "string? Value")]
    public void Keyword_OfASchema_GivesThisType(string schema, string expected)
    {
        var run = GeneratorRun.Of(Holder(schema));

        Assert.Empty(run.Diagnostics);
        Assert.Contains($"public {expected} {{ get; init; }}", run.Sources["SmallAPI.Models.Holder.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Theory]
    [InlineData("not", """{ "type": "string", "not": { "enum": ["x"] } }""")]
    [InlineData("contains", """{ "type": "array", "contains": { "type": "string" } }""")]
    [InlineData("dependentRequired", """{ "type": "object", "dependentRequired": { "a": ["b"] } }""")]
    [InlineData("contentEncoding", """{ "type": "string", "contentEncoding": "quoted-printable" }""")]
    [InlineData("contentSchema", """{ "type": "string", "contentMediaType": "application/json", "contentSchema": { "type": "object" } }""")]
    [InlineData("patternProperties", """{ "properties": { "a": {} }, "patternProperties": { "^x": {} } }""")]
    public void Keyword_ThatOnlyRestricts_IsNotedAtItsPlace(string keyword, string schema)
    {
        var run = GeneratorRun.Of(Holder(schema));

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal(("ORG0023", Microsoft.CodeAnalysis.DiagnosticSeverity.Info), (problem.Id, problem.Severity));
        Assert.Equal($"\"{keyword}\"", run.DocumentText.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length));
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Keywords_InsideData_AreNeverReported()
    {
        var run = GeneratorRun.Of(Holder("""
            { "type": "object",
              "example": { "not": 1, "$ref": "#/nowhere", "type": "strnig" }, "examples": [{ "$id": 7, "$anchor": "a", "contains": [] }],
              "default": { "dependentRequired": 1, "$ref": "nowhere.json" }, "x-odd": { "$ref": "#/nowhere", "not": {} },
              "properties": { "not": { "type": "string" }, "example": { "type": "string" }, "$ref": { "type": "string" }, "mode": { "enum": ["contains"] } } }
            """));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Tuple_IsAListOfTheUnionOfItsPlaces()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Holder": { "type": "object", "properties": { "pair": { "type": "array", "prefixItems": [
              { "type": "string" }, { "type": "object", "properties": { "n": { "type": "integer" } } }] } } }
            """)));

        Assert.Equal("""{"pair":["a",{"n":1}]}""", live.RoundTrip("Holder", """{"pair":["a",{"n":1}]}"""));
    }

    [Fact]
    public void Bytes_OfContentEncoding_AreDecoded()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Holder("""{ "type": "string", "contentEncoding": "base64", "contentMediaType": "image/png" }""")));

        Assert.Equal([1, 2, 3], Assert.IsType<byte[]>(LiveClient.Get(live.Parse("Holder", """{"value":"AQID"}"""), "Value")));
    }

    [Fact]
    public void Conditions_GiveOptionalMembers()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Extra": { "properties": { "zip": { "type": "string" } }, "required": ["zip"] },
            "Address": {
              "type": "object", "required": ["country"], "properties": { "country": { "type": "string" } },
              "if": { "properties": { "country": { "const": "US" } } },
              "then": { "$ref": "#/components/schemas/Extra" },
              "else": { "properties": { "code": { "type": "integer" }, "country": { "const": "XX" } } },
              "dependentSchemas": { "code": { "properties": { "area": { "type": "string" } } } },
              "allOf": [
                { "if": { "required": ["a"] }, "then": { "properties": { "either": { "type": "string" } } }, "else": { "properties": { "either": { "type": "integer" } } } }
              ]
            }
            """)));

        const string Json = """{"either":"x","country":"US","zip":"1","code":2,"area":"b"}""";
        var address = live.Parse("Address", Json);

        Assert.Equal(("US", "1", 2L, "b"), (LiveClient.Get(address, "Country"), LiveClient.Get(address, "Zip"), LiveClient.Get(address, "Code"), LiveClient.Get(address, "Area")));
        Assert.Equal(Json, LiveClient.Write(address));
        Assert.Equal("""{"either":5,"country":"DE"}""", live.RoundTrip("Address", """{"country":"DE","either":5}"""));
    }

    [Theory]
    [InlineData("additionalProperties")]
    [InlineData("unevaluatedProperties")]
    public void ClosedObject_KeepsNoUnknownMembers(string keyword)
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas($$"""
            "Base": { "type": "object", "properties": { "a": { "type": "string" } } },
            "Holder": { "allOf": [{ "$ref": "#/components/schemas/Base" }], "properties": { "b": { "type": "string" } }, "{{keyword}}": false }
            """)));

        Assert.Equal("""{"a":"1","b":"2"}""", live.RoundTrip("Holder", """{"a":"1","b":"2","c":"3"}"""));
    }

    [Fact]
    public void ValuesOfSeveralKinds_AreAUnion()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Holder("""{ "enum": ["auto", "none", 1, 2.5, true] }""")));

        foreach (var value in new[] { "\"auto\"", "1", "true", "\"later\"" })
        {
            Assert.Equal($$"""{"value":{{value}}}""", live.RoundTrip("Holder", $$"""{"value":{{value}}}"""));
        }
    }

    [Fact]
    public void NewWords_OfVersion32_AreUnderstood()
    {
        var run = GeneratorRun.Of("""
            {
              "openapi": "3.2.0",
              "$self": "https://small.example/openapi.json",
              "info": { "title": "Small API", "version": "1" },
              "tags": [{ "name": "Things", "kind": "nav", "parent": "All" }, { "name": "All" }],
              "paths": { "/things": {
                "query": { "operationId": "findThings", "tags": ["Things"], "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "text": { "type": "string" } } } } } },
                  "responses": { "200": { "description": "", "content": { "application/json": { "$ref": "#/components/mediaTypes/Things" } } } } },
                "additionalOperations": { "COPY": { "operationId": "copyThings", "tags": ["Things"], "responses": { "204": { "description": "" } } } } } },
              "components": {
                "mediaTypes": { "Things": { "schema": { "type": "array", "items": { "$ref": "https://small.example/openapi.json#/components/schemas/Thing" } } } },
                "schemas": { "Thing": { "type": "object", "properties": { "id": { "type": "string" } } } }
              }
            }
            """);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages());
        var api = run.Sources["SmallAPI.Api.ThingsApi.g.cs"];
        Assert.Contains("IReadOnlyList<Thing>", api, StringComparison.Ordinal);
        Assert.Contains("new HttpMethod(\"QUERY\")", api, StringComparison.Ordinal);
        Assert.Contains("new HttpMethod(\"COPY\")", api, StringComparison.Ordinal);
    }

    private static string Holder(string schema) => Small.WithSchemas($$"""
        "Base": { "type": "object", "properties": { "inner": { "type": "boolean" } } },
        "Holder": { "type": "object", "properties": { "value": {{schema}} } }
        """);
}
