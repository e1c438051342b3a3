using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

public sealed class ExternalFileTests
{
    private const string Document = """
        {
          "openapi": "3.1.0",
          "info": { "title": "Shop", "version": "1" },
          "paths": {
            "/pets": { "$ref": "./paths/pets.schema.yaml" },
            "/carts": { "get": {
              "operationId": "getCart",
              "parameters": [{ "$ref": "common.schema.json#/parameters/Limit" }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "common.schema.json#/Cart" } } } } } } }
          },
          "components": { "schemas": { "Pet": { "$ref": "models\\pet.schema.yaml" } } }
        }
        """;

    private const string Common = """
        {
          "Cart": { "type": "object", "properties": {
            "pet": { "$ref": "./models/pet.schema.yaml" },
            "price": { "$ref": "#/definitions/Money" },
            "self": { "$ref": "common.schema.json#/Cart" } } },
          "definitions": { "Money": { "type": "object", "properties": { "cents": { "type": "integer" } } } },
          "parameters": { "Limit": { "name": "limit", "in": "query", "schema": { "type": "integer" } } }
        }
        """;

    private const string Pet = """
        type: object
        properties:
          name: { type: string }
          owner: { $ref: ../common.schema.json#/definitions/Money }
          friend: { $ref: "#" }
        """;

    private const string Paths = """
        get:
          operationId: listPets
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema: { type: array, items: { $ref: ../models/pet.schema.yaml } }
        """;

    [Fact]
    public void References_FromFileToFile_AreRelativeToTheFileThatHoldsThem()
    {
        var run = GeneratorRun.Of(Files(), ("OpenRouterJsonDirections", "both"));

        Assert.Empty(run.Diagnostics);
        var live = LiveClient.Load(run);
        const string Json = """{"pet":{"name":"Rex","owner":{"cents":5},"friend":{"name":"Tom"}},"price":{"cents":7},"self":{}}""";
        var cart = live.Parse("Cart", Json);
        Assert.Equal(Json, LiveClient.Write(cart));
        Assert.Equal(["Cart", "Money", "Pet"], run.Sources.Keys.Where(static name => name.StartsWith("Shop.Models.", StringComparison.Ordinal) && !name.Contains("JsonContext", StringComparison.Ordinal)).Select(static name => name.Split('.')[2]).Order());
        Assert.Equal("Pet", LiveClient.Get(LiveClient.Get(cart, "Pet")!, "Friend")!.GetType().Name);
        Assert.Contains("IReadOnlyList<Pet>", run.Sources["Shop.Api.PetsApi.g.cs"], StringComparison.Ordinal);
        Assert.Contains("long? Limit", run.Sources["Shop.Api.GetCartParameters.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatIsNotGiven_IsReportedWithItsName()
    {
        var run = GeneratorRun.Of([new MemoryText("/app/api/shop.openapi.json", Document), new MemoryText("/app/api/common.schema.json", Common), new MemoryText("/app/api/paths/pets.schema.yaml", Paths)]);

        Assert.All(run.Diagnostics, static problem => Assert.Equal("ORG0020", problem.Id));
        Assert.Contains(run.Diagnostics, static problem => problem.GetMessage(null).Contains("'/app/api/models/pet.schema.yaml'", StringComparison.Ordinal));
        Assert.Contains(run.Diagnostics, static problem => problem.Location.GetLineSpan().Path == "/app/api/common.schema.json");
        Assert.Empty(run.CompilerMessages());
    }

    [Theory]
    [InlineData("https://example.com/pet.json")]
    [InlineData("http://example.com/pet.json#/Pet")]
    [InlineData("urn:example:pet")]
    public void Address_IsReportedAndNeverFetched(string address)
    {
        var run = GeneratorRun.Of(Small.WithSchemas($$"""
            "Holder": { "type": "object", "properties": { "pet": { "$ref": "{{address}}" } } }
            """));

        Assert.Equal("ORG0021", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Address_ThatAGivenFileDeclares_IsThatFile()
    {
        var run = GeneratorRun.Of([
            new MemoryText("api.openapi.json", Small.WithSchemas("""
                "Holder": { "type": "object", "properties": { "pet": { "$ref": "https://example.com/pet.json#/$defs/Name" } } }
                """)),
            new MemoryText("pet.schema.json", """{ "$id": "https://example.com/pet.json", "$defs": { "Name": { "type": "object", "properties": { "first": { "type": "string" } } } } }"""),
        ]);

        Assert.Empty(run.Diagnostics);
        Assert.Contains("Name? Pet", run.Sources["SmallAPI.Models.Holder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void SchemaFile_ThatIsBroken_IsReportedAtItsLine()
    {
        var run = GeneratorRun.Of([
            new MemoryText("api.openapi.json", Small.WithSchemas("""
                "Holder": { "type": "object", "properties": { "pet": { "$ref": "pet.schema.json" }, "name": { "type": "string" } } }
                """)),
            new MemoryText("pet.schema.json", "{\n  \"type\": oops }"),
        ]);

        var problem = Assert.Single(run.Diagnostics, static problem => problem.Id == "ORG0002");
        Assert.Equal(("pet.schema.json", 1), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains("string? Name", run.Sources["SmallAPI.Models.Holder.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void SchemaFile_ThatNothingRefersTo_IsNotRead()
    {
        var run = GeneratorRun.Of([new MemoryText("api.openapi.json", Small.WithSchemas("\"A\": { \"type\": \"object\" }")), new MemoryText("other.schema.json", "not JSON")]);

        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void Names_ThatTwoFilesShare_StayApart()
    {
        var run = GeneratorRun.Of([
            new MemoryText("api.openapi.json", Small.WithSchemas("""
                "Holder": { "type": "object", "properties": { "a": { "$ref": "a.schema.json#/Pet" }, "b": { "$ref": "b.schema.json#/Pet" } } }
                """)),
            new MemoryText("a.schema.json", """{ "Pet": { "type": "object", "properties": { "x": { "type": "string" } } } }"""),
            new MemoryText("b.schema.json", """{ "Pet": { "type": "object", "properties": { "y": { "type": "string" } } } }"""),
        ]);

        var source = run.Sources["SmallAPI.Models.Holder.g.cs"];
        Assert.Contains("Pet? A", source, StringComparison.Ordinal);
        Assert.Contains("Pet2? B", source, StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Theory]
    [InlineData("openapi.json", "document")]
    [InlineData("spec.txt", "Document")]
    public void Metadata_MakesAFileOfAnyNameADocument(string name, string kind)
    {
        var run = GeneratorRun.Of([
            new MemoryText(name, Small.WithSchemas("""
                "Holder": { "type": "object", "properties": { "pet": { "$ref": "./models.json#/Pet" } } }
                """), ("OpenRouterInput", kind)),
            new MemoryText("models.json", """{ "Pet": { "type": "object", "properties": { "name": { "type": "string" } } } }""", ("OpenRouterInput", "schema")),
            new MemoryText("changes.json", """{ "overlay": "1.0.0", "actions": [{ "target": "$.components.schemas.Holder", "update": { "x-csharp-name": "Owner" } }] }""", ("OpenRouterInput", "overlay")),
            new MemoryText("left.openapi.json", "not read", ("OpenRouterInput", "none")),
        ]);

        Assert.Empty(run.Diagnostics);
        Assert.Contains("Pet? Pet", run.Sources["SmallAPI.Models.Owner.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_ThatIsNotUnderstood_IsReported()
    {
        var run = GeneratorRun.Of([new MemoryText("openapi.json", Small.WithSchemas("\"A\": { \"type\": \"object\" }"), ("OpenRouterInput", "documnet"))]);

        Assert.Equal("ORG0015", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void Document_MayReferToAnotherDocument()
    {
        var run = GeneratorRun.Of([
            new MemoryText("first.openapi.json", Small.WithSchemas("""
                "Holder": { "type": "object", "properties": { "pet": { "$ref": "second.openapi.json#/components/schemas/Pet" } } }
                """)),
            new MemoryText("second.openapi.json", Small.WithSchemas("""
                "Pet": { "type": "object", "properties": { "name": { "type": "string" } } }
                """).Replace("Small API", "Second", StringComparison.Ordinal)),
        ]);

        Assert.Empty(run.Diagnostics);
        Assert.Contains("SmallAPI.Models.Pet.g.cs", run.Sources.Keys);
        Assert.Contains("Second.Models.Pet.g.cs", run.Sources.Keys);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void EditOfASchemaFile_ReadsTheDocumentAgain()
    {
        var files = Files();
        var first = GeneratorRun.Of(files);

        var second = first.Again(file: (files[1], new MemoryText(files[1].Path, Common.Replace("cents", "pence", StringComparison.Ordinal))));

        Assert.Contains("Pence", second.Sources["Shop.Models.Money.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["Shop.Models.Money.g.cs"], second.Sources.Where(source => first.Sources[source.Key] != source.Value).Select(static source => source.Key));
    }

    [Fact]
    public void SameTextOfASchemaFile_EmitsNothingAgain()
    {
        var files = Files();
        var first = GeneratorRun.Of(files);

        var second = first.Again(file: (files[1], new MemoryText(files[1].Path, Common)));

        Assert.All(second.Result.TrackedSteps[PipelineSteps.Model], static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    private static IReadOnlyList<AdditionalText> Files() =>
    [
        new MemoryText("/app/api/shop.openapi.json", Document),
        new MemoryText("/app/api/common.schema.json", Common),
        new MemoryText("/app/api/models/pet.schema.yaml", Pet),
        new MemoryText("/app/api/paths/pets.schema.yaml", Paths),
    ];
}
