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
}
