using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class UnionWithoutTagTests
{
    private const string Files = """
        "Small": { "type": "object", "required": ["shape", "id"], "properties": { "shape": { "enum": ["small"] }, "id": { "type": "string" }, "note": { "type": "string" } } },
        "Large": { "type": "object", "required": ["shape", "id", "parts"], "properties": { "shape": { "enum": ["large"] }, "id": { "type": "string" }, "parts": { "type": "integer" } } },
        "Other": { "type": "object", "required": ["shape", "link"], "properties": { "shape": { "enum": ["other"] }, "link": { "type": "string" } } },
        "Twin": { "type": "object", "required": ["shape", "link"], "properties": { "shape": { "enum": ["twin"] }, "link": { "type": "string" } } },
        "File": { "oneOf": [{ "$ref": "#/components/schemas/Small" }, { "$ref": "#/components/schemas/Large" }, { "$ref": "#/components/schemas/Other" }, { "$ref": "#/components/schemas/Twin" }],
          "discriminator": { "propertyName": "shape", "mapping": { "small": "Small", "large": "Large", "other": "Other", "twin": "Twin" } } }
        """;

    [Theory]
    [InlineData("""{"id":"a"}""", "Small")]
    [InlineData("""{"parts":2,"id":"a"}""", "Large")]
    [InlineData("""{"parts":2,"\u0069d":"a","more":[1]}""", "Large")]
    [InlineData("""{"shape":"large","id":"a"}""", "Large")]
    // Two cases fit equally well, none fits, nothing required speaks for one, or the tag is there and unknown.
    [InlineData("""{"link":"a"}""", "JsonElement")]
    [InlineData("""{"link":"a","id":"a"}""", "JsonElement")]
    [InlineData("""{"note":"a"}""", "JsonElement")]
    [InlineData("""{}""", "JsonElement")]
    [InlineData("""{"shape":"huge","id":"a"}""", "JsonElement")]
    [InlineData("""{"shape":7,"id":"a"}""", "JsonElement")]
    [InlineData("""{"shape":"","id":"a"}""", "JsonElement")]
    public void AbsentTag_LeavesTheOneCaseWhoseRequiredMembersAreThere(string json, string expected)
    {
        Assert.Equal(expected, Load(Files).CaseOf("File", json));
    }

    [Fact]
    public void ObjectWithoutItsTag_AmongOtherKinds_IsStillFound()
    {
        var live = Load(Files + """
            , "Mixed": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "$ref": "#/components/schemas/File" } }, { "$ref": "#/components/schemas/File" }] }
            """);

        Assert.Equal("String", live.CaseOf("Mixed", "\"id\""));
        Assert.Equal("Large", live.CaseOf("Mixed", """{"id":"a","parts":1}"""));
        Assert.Equal("JsonElement", live.CaseOf("Mixed", """{"link":"a"}"""));
        Assert.Equal("""[{"link":"a"}]""", live.RoundTrip("Mixed", """[{"link":"a"}]"""));
    }

    [Theory]
    [InlineData("""{"type":"call","name":"a"}""", "Sent")]
    [InlineData("""{"type":"call","name":"a","id":"1"}""", "Made")]
    [InlineData("""{"type":"call","name":"a","id":"1","status":"done"}""", "Made")]
    [InlineData("""{"type":"call","name":"a","status":"done"}""", "Sent")]
    [InlineData("""{"type":"call","id":"1","server":"s","name":"a"}""", "Remote")]
    [InlineData("""{"type":"call"}""", "Sent")]
    public void CasesOfOneTag_AreToldApartByTheirMembers(string json, string expected)
    {
        var live = Load("""
            "Sent": { "type": "object", "required": ["type", "name"], "properties": { "type": { "enum": ["call"] }, "name": { "type": "string" }, "status": { "enum": ["done", "open"] }, "id": { "type": "string" } } },
            "Made": { "type": "object", "required": ["type", "name", "id"], "properties": { "type": { "enum": ["call"] }, "name": { "type": "string" }, "status": { "enum": ["done", "open"] }, "id": { "type": "string" } } },
            "Remote": { "type": "object", "required": ["type", "name", "id", "server"], "properties": { "type": { "enum": ["call"] }, "name": { "type": "string" }, "id": { "type": "string" }, "server": { "type": "string" } } },
            "Message": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["message"] } } },
            "Item": { "anyOf": [{ "$ref": "#/components/schemas/Sent" }, { "$ref": "#/components/schemas/Made" }, { "$ref": "#/components/schemas/Remote" }, { "$ref": "#/components/schemas/Message" }] }
            """);

        Assert.Equal(expected, live.CaseOf("Item", json));
        Assert.Equal("Message", live.CaseOf("Item", """{"type":"message"}"""));
    }

    [Theory]
    [InlineData("""{"role":"assistant","text":"a"}""", "Easy")]
    [InlineData("""{"role":"assistant","text":"a","id":"1"}""", "Answer")]
    [InlineData("""{"role":"user","text":"a","id":"1"}""", "Easy")]
    public void CaseWithManyTagValues_IsPossibleForEachOfThem(string json, string expected)
    {
        var live = Load("""
            "Easy": { "type": "object", "required": ["role", "text"], "properties": { "role": { "enum": ["user", "system", "assistant", "developer"] }, "text": { "type": "string" } } },
            "Answer": { "type": "object", "required": ["role", "text", "id"], "properties": { "role": { "enum": ["assistant"] }, "text": { "type": "string" }, "id": { "type": "string" } } },
            "Item": { "anyOf": [{ "$ref": "#/components/schemas/Easy" }, { "$ref": "#/components/schemas/Answer" }] }
            """);

        Assert.Equal(expected, live.CaseOf("Item", json));
    }

    [Fact]
    public void CasesThatLookAlike_AreReportedAtTheUnion()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "A": { "type": "object", "required": ["x"], "properties": { "x": { "type": "string" } } },
            "B": { "type": "object", "required": ["x"], "properties": { "x": { "type": "integer" } } },
            "Any": { "anyOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }] }
            """));

        Assert.Equal("ORG0013", Assert.Single(run.Diagnostics).Id);
        Assert.Equal("A", LiveClient.Load(run).CaseOf("Any", """{"x":"1"}"""));
    }

    [Theory]
    [InlineData("""{"kind":"cat"}""", "Cat")]
    [InlineData("""{"kind":"kitten"}""", "Cat")]
    [InlineData("""{"kind":"Dog"}""", "Dog")]
    [InlineData("""{"kind":"hen"}""", "Bird")]
    [InlineData("""{"kind":"Cat"}""", "JsonElement")]
    public void Mapping_MayNameACaseTwice_AndLeaveCasesToTheirNamesAndValues(string json, string expected)
    {
        var live = Load("""
            "Cat": { "type": "object", "properties": { "kind": { "type": "string" } } },
            "Dog": { "type": "object", "properties": { "kind": { "type": "string" }, "size": { "type": "integer" } } },
            "Bird": { "type": "object", "properties": { "kind": { "enum": ["hen", "duck"] } } },
            "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }, { "$ref": "#/components/schemas/Bird" }],
              "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "kitten": "Cat" } } }
            """);

        Assert.Equal(expected, live.CaseOf("Pet", json));
        Assert.Equal(json, live.RoundTrip("Pet", json));
    }

    [Fact]
    public void DiscriminatorWithoutMapping_GoesByComponentNames()
    {
        var live = Load("""
            "Cat": { "type": "object", "properties": { "kind": { "type": "string" } } },
            "Dog": { "type": "object", "properties": { "kind": { "type": "string" } } },
            "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }], "discriminator": { "propertyName": "kind" } }
            """);

        Assert.Equal("Dog", live.CaseOf("Pet", """{"kind":"Dog"}"""));
        Assert.Equal("Cat", live.CaseOf("Pet", """{"kind":"Cat"}"""));
        Assert.Equal("JsonElement", live.CaseOf("Pet", """{"kind":"cat"}"""));
    }

    private static LiveClient Load(string schemas) => LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(schemas)));
}
