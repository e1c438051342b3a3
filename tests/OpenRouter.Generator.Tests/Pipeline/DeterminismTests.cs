using System.Globalization;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Pipeline;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("de-DE")]
    public void Output_UnderAnotherCulture_IsTheSame(string culture)
    {
        var expected = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings).Sources;
        var saved = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = saved;
        }
    }

    [Fact]
    public void Output_HasUnixLinesAndNoTrailingBlanks()
    {
        foreach (var (name, source) in GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings).Sources)
        {
            Assert.False(source.Contains('\r', StringComparison.Ordinal), name);
            Assert.False(source.Contains(" \n", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void YamlTwin_GivesTheSameBytes()
    {
        const string Json = """
            {
              "openapi": "3.1.0",
              "info": { "title": "Twin", "version": "1" },
              "paths": { "/things/{id}": { "get": { "operationId": "getThing", "tags": ["Things"],
                "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
              "components": { "schemas": { "Thing": { "type": "object", "required": ["id"], "properties": {
                "id": { "type": "string", "description": "no: a sentence" }, "size": { "type": "number", "minimum": 0, "maximum": 1e3 }, "kind": { "enum": ["no", "on", "1_000"] } } } } }
            }
            """;
        const string Yaml = """
            openapi: 3.1.0
            info: { title: Twin, version: "1" }
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  tags: [Things]
                  parameters:
                    - { name: id, in: path, required: true, schema: &text { type: string } }
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema: { $ref: "#/components/schemas/Thing" }
            components:
              schemas:
                Thing:
                  type: object
                  required: [id]
                  properties:
                    id: { type: string, description: "no: a sentence" }
                    size: { type: number, minimum: 0, maximum: 1e3 }
                    kind: { enum: [no, on, 1_000] }
            """;

        Assert.Equal(GeneratorRun.Of(Json).Sources, GeneratorRun.OfYaml(Yaml).Sources);
    }

    [Fact]
    public void YamlTwinOfOurDocument_GivesTheSameBytes()
    {
        var yaml = YamlTwin.Of(OurSchema.Document);

        var expected = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings).Sources;
        var twin = GeneratorRun.Of([new MemoryText("openrouter.openapi.yaml", yaml), new MemoryText("openrouter.overlay.yaml", YamlTwin.Of(OurSchema.Overlay))], OurSchema.Settings);

        Assert.Empty(twin.Diagnostics.Where(static problem => problem.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
        Assert.Equal(expected, twin.Sources);
    }

    [Theory]
    [InlineData("""{ "type": "string", "enum": ["no", "on", "1_000", "0o7", "0x1F", "12", "null", "~", "", "- a", "a: b", "#c", "é", "\uD83D\uDE00", "'", "\"", "a\tb"] }""")]
    [InlineData("""{ "type": "object", "description": "First line.\n\n  Second: line.\nThird # line.", "properties": { "200": { "type": "string" }, "true": { "type": "integer", "minimum": -0.5, "maximum": 1e3 }, "<": {} } }""")]
    [InlineData("""{ "oneOf": [{ "type": "string", "format": "date-time" }, { "type": "null" }, { "type": "array", "items": {} }], "default": null }""")]
    public void YamlTwin_OfAnySchema_GivesTheSameBytes(string schema)
    {
        var json = Small.WithSchemas($$"""
            "Holder": { "type": "object", "properties": { "value": {{schema}} } }
            """);

        Assert.Equal(GeneratorRun.Of(json).Sources, GeneratorRun.OfYaml(YamlTwin.Of(json)).Sources);
    }
}
