using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Schema.Tests;

public sealed class DiffKindTests : IDisposable
{
    private readonly WorkFolder _folder = new();

    /// <summary>One change of the document, and the lines that tell it.</summary>
    public static TheoryData<string, string, string, bool> Changes => new()
    {
        // Operations.
        { "\"/keepers/{id}\"", "\"/staff/{id}\"", "changed operation Keepers.GetKeeperAsync: GET /keepers/{id} → GET /staff/{id}", false },
        { "\"operationId\": \"getKeeper\"", "\"operationId\": \"findKeeper\"", "changed operation Keepers.GetKeeperAsync: renamed to Keepers.FindKeeperAsync", true },
        { "\"operationId\": \"getKeeper\"", "\"deprecated\": true, \"operationId\": \"getKeeper\"", "changed operation Keepers.GetKeeperAsync: deprecated", false },
        { "\"schema\": { \"$ref\": \"#/components/schemas/Keeper\" }", "\"schema\": { \"$ref\": \"#/components/schemas/Meal\" }", "changed operation Keepers.GetKeeperAsync: answer Task<Keeper> → Task<Meal>", true },
        { "\"/keepers/{id}\": {", "\"/keepers\": { \"get\": { \"operationId\": \"listKeepers\", \"tags\": [\"Keepers\"], \"responses\": {} } }, \"/keepers/{id}\": {", "added   operation Keepers.ListKeepersAsync: GET /keepers", false },

        // Parameters.
        { "{ \"name\": \"limit\", \"in\": \"query\", \"schema\": { \"type\": \"integer\" } }", "{ \"name\": \"limit\", \"in\": \"query\", \"required\": true, \"schema\": { \"type\": \"integer\" } }", "added   parameter Animals.ListAnimalsAsync(limit): long limit", true },
        { "{ \"name\": \"limit\", \"in\": \"query\", \"schema\": { \"type\": \"integer\" } }", "{ \"name\": \"limit\", \"in\": \"query\", \"schema\": { \"type\": \"string\" } }", "changed parameter ListAnimalsParameters.Limit: long? → string?", true },
        { "{ \"name\": \"limit\",", "{ \"name\": \"page\", \"in\": \"query\", \"schema\": { \"type\": \"integer\" } }, { \"name\": \"limit\",", "added   parameter ListAnimalsParameters.Page: long?", false },
        { "{ \"name\": \"sort\",", "{ \"name\": \"order\",", "removed parameter ListAnimalsParameters.Sort: string? of Animals.ListAnimalsAsync", true },
        { "\"requestBody\": { \"required\": true,", "\"requestBody\": { \"required\": false,", "changed parameter Animals.AddAnimalAsync(request): NewAnimal request → NewAnimal? request = null", false },

        // Types and members.
        { "\"Meal\":", "\"Spare\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } }, \"Meal\":", "added   type      Spare: class", false },
        { "\"Kind\": { \"type\": \"string\", \"enum\": [\"cat\", \"dog\"] }", "\"Kind\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } }", "changed type      Kind: enum → class", true },
        { "\"note\": { \"type\": \"string\" }", "\"note\": { \"type\": \"string\" }, \"color\": { \"type\": \"string\" }", "added   member    NewAnimal.Color: string?", false },
        { "\"required\": [\"name\"], \"properties\"", "\"required\": [\"name\", \"note\"], \"properties\"", "changed member    NewAnimal.Note: string? → required string", true },
        { "\"required\": [\"name\"], \"properties\"", "\"properties\"", "changed member    NewAnimal.Name: required string → string?", true },
        { "\"required\": [\"name\", \"kind\"]", "\"required\": [\"kind\"]", "changed member    Animal.Name: string → string?", true },
        { "\"required\": [\"name\", \"kind\"]", "\"required\": [\"name\", \"kind\", \"age\"]", "changed member    Animal.Age: long? → long", true },
        { "\"Keeper\": { \"type\": \"object\", \"properties\"", "\"Keeper\": { \"type\": \"object\", \"required\": [\"id\"], \"properties\"", "changed member    Keeper.Id: string? → string", false },
        { "\"age\": { \"type\": \"integer\" }", "\"age\": { \"type\": \"number\" }", "changed member    Animal.Age: long? → double?", true },
        { "\"age\": { \"type\": \"integer\" },", "", "removed member    Animal.Age: long?", true },
        { "\"age\": { \"type\": \"integer\" }", "\"age\": { \"type\": \"integer\", \"x-csharp-name\": \"Years\" }", "changed member    Animal.Age: renamed to Years", true },
        { "\"age\": { \"type\": \"integer\" }", "\"age\": { \"type\": \"integer\", \"deprecated\": true }", "changed member    Animal.Age: deprecated", false },

        // Values and cases.
        { "[\"cat\", \"dog\"]", "[\"cat\", \"dog\", \"cow\"]", "added   value     Kind.Cow: \"cow\"", false },
        { "[\"cat\", \"dog\"]", "[\"cat\", \"cow\"]", "removed value     Kind.Dog: \"dog\"", true },
        { "[{ \"type\": \"string\" }, {", "[{ \"type\": \"string\" }, { \"type\": \"boolean\" }, {", "added   case      Food.Boolean: bool, one more function for Match", true },
        { "[{ \"type\": \"string\" }, {", "[{ \"type\": \"boolean\" }, {", "removed case      Food.String: string", true },

        // The client.
        { "\"title\": \"Zoo API\"", "\"title\": \"Park API\"", "changed client    ZooClient: renamed to ParkClient", true },
        { "https://zoo.example/v1", "https://zoo.example/v2", "changed client    ZooClient: base address https://zoo.example/v1 → https://zoo.example/v2", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Change_OfTheDocument_IsToldAndJudged(string old, string @new, string line, bool breaks)
    {
        var run = await ToolRun.Of("diff", _folder.Write("old.json", Zoo.Json), _folder.Write("new.json", Zoo.With(old, @new)));

        var parts = run.Output.Split("not breaking\n");
        Assert.True((breaks ? parts[0] : parts[^1]).Contains("  " + line + "\n", StringComparison.Ordinal), run.Output);
        Assert.Equal(breaks ? 2 : 0, run.Code);
    }

    [Fact]
    public async Task Removal_IsTheOppositeOfAddition()
    {
        var (small, large) = (_folder.Write("old.json", Zoo.Json), _folder.Write("new.json", Zoo.With("\"/keepers/{id}\": {", "\"/keepers\": { \"get\": { \"operationId\": \"listKeepers\", \"tags\": [\"Keepers\"], \"responses\": {} } }, \"/keepers/{id}\": {")));

        var run = await ToolRun.Of("diff", large, small);

        Assert.Equal(2, run.Code);
        Assert.Contains("  removed operation Keepers.ListKeepersAsync: GET /keepers\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_AndYaml_AreTheSameSurface()
    {
        var json = _folder.Write("a.json", """{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {}, "components": { "schemas": { "A": { "type": "object", "properties": { "b": { "type": "string" } } } } } }""");
        var yaml = _folder.Write("a.yaml", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents: { schemas: { A: { type: object, properties: { b: { type: string } } } } }\n");

        var run = await ToolRun.Of("diff", json, yaml);

        Assert.Equal(0, run.Code);
        Assert.Equal("No change of the C# surface.\n", run.Output);
    }

    [Fact]
    public async Task Description_IsNoPartOfTheSurface()
    {
        var run = await ToolRun.Of("diff", _folder.Write("old.json", Zoo.Json), _folder.Write("new.json", Zoo.With("\"description\": \"It.\"", "\"description\": \"That one.\"")));

        Assert.Equal("No change of the C# surface.\n", run.Output);
    }

    public void Dispose() => _folder.Dispose();
}
