using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class UnionTests
{
    [Theory]
    [InlineData("""{"kind":"cat","lives":9}""", "Cat")]
    [InlineData("""{"lives":9,"kind":"\u0063at"}""", "Cat")]
    [InlineData("""{"kind":"dog"}""", "Dog")]
    [InlineData("""{"kind":"fish"}""", "JsonElement")]
    [InlineData("""{"lives":9}""", "JsonElement")]
    [InlineData("""[1]""", "JsonElement")]
    public void Discriminator_PicksTheCase(string json, string expected)
    {
        var live = Load("""
            "Cat": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["cat"] }, "lives": { "type": "integer" } } },
            "Dog": { "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string", "enum": ["dog"] } } },
            "Pet": { "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
              "discriminator": { "propertyName": "kind", "mapping": { "cat": "#/components/schemas/Cat", "dog": "Dog" } } }
            """);

        Assert.Equal(expected, live.CaseOf("Pet", json));
    }

    [Theory]
    [InlineData("\"a\"", "String")]
    [InlineData("7", "Int64")]
    [InlineData("7.5", "Double")]
    [InlineData("true", "Boolean")]
    [InlineData("[1,2]", "ReadItems`1")]
    [InlineData("{\"x\":1}", "Point")]
    public void JsonKind_PicksTheCase(string json, string expected)
    {
        var live = Load("""
            "Point": { "type": "object", "properties": { "x": { "type": "integer" } } },
            "Any": { "anyOf": [{ "type": "string" }, { "type": "integer" }, { "type": "number" }, { "type": "boolean" },
              { "type": "array", "items": { "type": "integer" } }, { "$ref": "#/components/schemas/Point" }] }
            """);

        Assert.Equal(expected, live.CaseOf("Any", json));
        Assert.Equal(json, live.RoundTrip("Any", json));
    }

    [Theory]
    [InlineData("""{"type":"a","role":"x"}""", "AX")]
    [InlineData("""{"type":"a","role":"y"}""", "AY")]
    [InlineData("""{"type":"b"}""", "B")]
    [InlineData("""{"type":"zzz"}""", "Other")]
    [InlineData("""{}""", "Other")]
    public void Tag_IsInferredInTwoLevelsWithADefault(string json, string expected)
    {
        var live = Load("""
            "AX": { "type": "object", "required": ["type", "role"], "properties": { "type": { "enum": ["a"] }, "role": { "enum": ["x"] } } },
            "AY": { "type": "object", "required": ["type", "role"], "properties": { "type": { "enum": ["a"] }, "role": { "enum": ["y"] } } },
            "B": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["b"] } } },
            "Other": { "type": "object", "properties": { "type": { "type": "string" }, "text": { "type": "string" } } },
            "Any": { "anyOf": [{ "$ref": "#/components/schemas/AX" }, { "$ref": "#/components/schemas/AY" }, { "$ref": "#/components/schemas/B" }, { "$ref": "#/components/schemas/Other" }] }
            """);

        Assert.Equal(expected, live.CaseOf("Any", json));
    }

    [Theory]
    [InlineData("""{"prompt":"p"}""", "ByPrompt")]
    [InlineData("""{"messages":[]}""", "ByMessages")]
    public void RequiredMembers_PickTheCase(string json, string expected)
    {
        var live = Load("""
            "ByPrompt": { "type": "object", "required": ["prompt"], "properties": { "prompt": { "type": "string" } } },
            "ByMessages": { "type": "object", "required": ["messages"], "properties": { "messages": { "type": "array", "items": {} } } },
            "Any": { "anyOf": [{ "$ref": "#/components/schemas/ByPrompt" }, { "$ref": "#/components/schemas/ByMessages" }] }
            """);

        Assert.Equal(expected, live.CaseOf("Any", json));
    }

    [Theory]
    [InlineData("""["a"]""", "String")]
    [InlineData("""[1,2]""", "Double")]
    [InlineData("""[[1],[2]]""", "IReadOnlyList`1")]
    [InlineData("""[{"t":1}]""", "Item")]
    public void FirstItem_PicksTheArray(string json, string expected)
    {
        var live = Load("""
            "Item": { "type": "object", "properties": { "t": { "type": "integer" } } },
            "Any": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }, { "type": "array", "items": { "type": "number" } },
              { "type": "array", "items": { "type": "array", "items": { "type": "number" } } }, { "type": "array", "items": { "$ref": "#/components/schemas/Item" } }] }
            """);

        var value = LiveClient.Get(live.Parse("Any", json), "Value")!;
        Assert.Equal(expected, value.GetType().GetGenericArguments()[0].Name);
        Assert.Equal(json, live.RoundTrip("Any", json));
    }

    [Fact]
    public void StringEnums_MergeIntoOneOpenEnum()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Effort": { "anyOf": [{ "type": "string", "enum": ["low", "high"] }, { "type": "string", "enum": ["high", "max"] }, { "type": "string" }] }
            """));

        var source = run.Sources["SmallAPI.Models.Effort.g.cs"];
        Assert.Equal(3, source.Split("public const string").Length - 1);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void InlineCopy_OfAComponent_IsNoCaseOfItsOwn()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Block": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["x"] }, "n": { "type": "integer" } } },
            "Other": { "type": "object", "required": ["type"], "properties": { "type": { "enum": ["y"] } } },
            "Any": { "anyOf": [{ "type": "object", "required": ["type"], "properties": { "type": { "enum": ["x"] }, "n": { "type": "integer" } } },
              { "$ref": "#/components/schemas/Block" }, { "$ref": "#/components/schemas/Other" }] }
            """));

        Assert.Empty(run.Diagnostics);
        Assert.Equal(4, run.Sources.Count);
    }

    private static LiveClient Load(string schemas) => LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(schemas)));
}
