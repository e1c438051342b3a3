using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class DiscriminatorInheritanceTests
{
    private const string Animals = """
        "Animal": {
          "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" MAPPING },
          "properties": { "kind": { "type": "string" }, "name": { "type": "string" } }
        },
        "Cat": { "allOf": [{ "$ref": "#/components/schemas/Animal" }, { "type": "object", "properties": { "lives": { "type": "integer" } } }] },
        "Dog": { "allOf": [{ "$ref": "#/components/schemas/Animal" }], "properties": { "breed": { "type": "string" } } },
        "Puppy": { "allOf": [{ "$ref": "#/components/schemas/Dog" }, { "properties": { "weeks": { "type": "integer" } } }] },
        "Owner": { "type": "object", "properties": {
          "animal": { "$ref": "#/components/schemas/Animal" },
          "animals": { "type": "array", "items": { "$ref": "#/components/schemas/Animal" } },
          "described": { "allOf": [{ "$ref": "#/components/schemas/Animal" }], "description": "The oldest one." } } }
        """;

    [Theory]
    [InlineData("Cat", """{"kind":"Cat","name":"Tom","lives":9}""")]
    [InlineData("Dog", """{"kind":"Dog","breed":"pug"}""")]
    [InlineData("Puppy", """{"kind":"Puppy","breed":"pug","weeks":7}""")]
    [InlineData("JsonElement", """{"kind":"Bird","name":"Kes"}""")]
    public void Parent_AsAValue_IsOneOfItsSubtypes(string expected, string json)
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Animals.Replace("MAPPING", "", StringComparison.Ordinal))));

        var animal = live.Parse("Animal", json);

        Assert.Equal(expected, expected == "JsonElement" ? LiveClient.Get(animal, "Unknown")!.GetType().Name : LiveClient.Get(animal, "Value")!.GetType().Name);
        Assert.Equal(json, live.RoundTrip("Animal", json));
    }

    [Fact]
    public void Parent_InListsAndDescribedWrappers_IsTheSameUnion()
    {
        var run = GeneratorRun.Of(Small.WithSchemas(Animals.Replace("MAPPING", "", StringComparison.Ordinal)));

        Assert.Empty(run.Diagnostics);
        var source = run.Sources["SmallAPI.Models.Owner.g.cs"];
        Assert.Contains("Animal? Animal", source, StringComparison.Ordinal);
        Assert.Contains("IReadOnlyList<Animal>? Animals", source, StringComparison.Ordinal);
        Assert.Contains("Animal? Described", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Subtype_HasTheMembersOfItsParentsAndItsTag()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Animals.Replace("MAPPING", "", StringComparison.Ordinal))));

        var puppy = Activator.CreateInstance(live.Type("Puppy"))!;
        live.Type("Puppy").GetProperty("Name")!.SetValue(puppy, "Rex");
        live.Type("Puppy").GetProperty("Breed")!.SetValue(puppy, "pug");

        Assert.Equal("""{"kind":"Puppy","name":"Rex","breed":"pug"}""", LiveClient.Write(puppy));
    }

    [Fact]
    public void Mapping_NamesTheTags()
    {
        const string Mapping = """, "mapping": { "felis": "#/components/schemas/Cat", "canis": "Dog", "animal": "Animal" } """;
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Animals.Replace("MAPPING", Mapping, StringComparison.Ordinal))));

        Assert.Equal("Cat", live.CaseOf("Animal", """{"kind":"felis"}"""));
        Assert.Equal("Dog", live.CaseOf("Animal", """{"kind":"canis"}"""));
        Assert.Equal("Puppy", live.CaseOf("Animal", """{"kind":"Puppy"}"""));
        var plain = LiveClient.Get(live.Parse("Animal", """{"kind":"animal","name":"x"}"""), "Value")!;
        Assert.Equal("x", LiveClient.Get(plain, "Name"));
    }

    [Fact]
    public void ParentWithOneOf_WhoseCasesExtendIt_IsNoCircle()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Method": { "type": "object", "required": ["type"], "properties": { "type": { "type": "string" }, "id": { "type": "string" } },
              "oneOf": [{ "$ref": "#/components/schemas/Card" }, { "$ref": "#/components/schemas/Bank" }],
              "discriminator": { "propertyName": "type", "mapping": { "card": "#/components/schemas/Card", "bank": "#/components/schemas/Bank" } } },
            "Card": { "allOf": [{ "$ref": "#/components/schemas/Method" }, { "properties": { "number": { "type": "string" } } }] },
            "Bank": { "allOf": [{ "$ref": "#/components/schemas/Method" }, { "properties": { "iban": { "type": "string" } } }] }
            """));

        Assert.Empty(run.Diagnostics);
        var live = LiveClient.Load(run);
        const string Json = """{"type":"bank","id":"1","iban":"x"}""";
        Assert.Equal("Bank", live.CaseOf("Method", Json));
        Assert.Equal(Json, live.RoundTrip("Method", Json));
    }

    [Fact]
    public void InlineSchema_ThatAddsMembers_ExtendsThePlainParent()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Animals.Replace("MAPPING", "", StringComparison.Ordinal) + """
            , "Zoo": { "type": "object", "properties": { "star": { "allOf": [{ "$ref": "#/components/schemas/Animal" }, { "properties": { "fame": { "type": "integer" } } }] } } }
            """)));

        var star = LiveClient.Get(live.Parse("Zoo", """{"star":{"kind":"any","name":"Leo","fame":3}}"""), "Star")!;

        Assert.Equal(("Leo", 3L), (LiveClient.Get(star, "Name"), LiveClient.Get(star, "Fame")));
    }

    [Fact]
    public void DefaultMapping_TakesWhatHasNoKnownTag()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas("""
            "Known": { "type": "object", "properties": { "kind": { "type": "string" }, "a": { "type": "string" } } },
            "Other": { "type": "object", "properties": { "kind": { "type": "string" }, "b": { "type": "string" } } },
            "Either": { "oneOf": [{ "$ref": "#/components/schemas/Known" }, { "$ref": "#/components/schemas/Other" }],
              "discriminator": { "propertyName": "kind", "mapping": { "known": "Known" }, "defaultMapping": "Other" } }
            """).Replace("3.1.0", "3.2.0", StringComparison.Ordinal)));

        Assert.Equal("Known", live.CaseOf("Either", """{"kind":"known"}"""));
        Assert.Equal("Other", live.CaseOf("Either", """{"kind":"new","b":"x"}"""));
        Assert.Equal("Other", live.CaseOf("Either", """{"b":"x"}"""));
    }
}
