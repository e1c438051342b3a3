using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

public sealed class OverlayTests
{
    private const string Schemas = """
        "Item": { "type": "object", "properties": { "id": { "type": "string" }, "size": { "type": "integer" } } },
        "Other": { "type": "object", "properties": { "id": { "type": "string" } } }
        """;

    [Fact]
    public void Update_AddsAMember()
    {
        var run = RunWith("""{ "target": "$.components.schemas.Item.properties", "update": { "extra": { "type": "boolean" } } }""");

        Assert.Contains("bool? Extra", run.Sources["SmallAPI.Models.Item.g.cs"], StringComparison.Ordinal);
        Assert.Contains("string? Id", run.Sources["SmallAPI.Models.Item.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_TakesAMemberAway()
    {
        var run = RunWith("""{ "target": "$.components.schemas['Item'].properties.size", "remove": true }""");

        Assert.DoesNotContain("Size", run.Sources["SmallAPI.Models.Item.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Wildcard_ReachesEveryMatch()
    {
        var run = RunWith("""{ "target": "$.components.schemas.*.properties.id", "update": { "format": "uuid" } }""");

        Assert.Contains("Guid? Id", run.Sources["SmallAPI.Models.Item.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Guid? Id", run.Sources["SmallAPI.Models.Other.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_PicksByTheValueOfAMember()
    {
        var run = RunWith("""{ "target": "$.components.schemas.Item.properties[?(@.type == 'integer')]", "update": { "type": "string" } }""");

        Assert.Contains("string? Size", run.Sources["SmallAPI.Models.Item.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_AreAppliedInOrder()
    {
        var run = RunWith(
            """{ "target": "$.components.schemas.Item.properties.size", "remove": true }""",
            """{ "target": "$.components.schemas.Item.properties", "update": { "size": { "type": "boolean" } } }""");

        Assert.Contains("bool? Size", run.Sources["SmallAPI.Models.Item.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Name_ChangesTypeAndPropertyButNotTheWire()
    {
        var run = RunWith(
            """{ "target": "$.components.schemas.Item", "update": { "x-csharp-name": "Thing" } }""",
            """{ "target": "$.components.schemas.Item.properties.size", "update": { "x-csharp-name": "Bytes" } }""");

        var source = run.Sources["SmallAPI.Models.Thing.g.cs"];
        Assert.Contains("long? Bytes", source, StringComparison.Ordinal);
        Assert.Contains("\"size\"u8", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Target_ThatMatchesNothing_IsAWarningAtItsLine()
    {
        var run = RunWith("""{ "target": "$.components.schemas.Missing", "remove": true }""");

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal("ORG0009", problem.Id);
        Assert.Equal(("api.overlay.json", 4), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
        Assert.NotEmpty(run.Sources);
    }

    [Fact]
    public void Target_ThatIsNoPath_IsAnError()
    {
        var run = RunWith("""{ "target": "components", "remove": true }""");

        Assert.Equal("ORG0008", Assert.Single(run.Diagnostics).Id);
    }

    private static GeneratorRun RunWith(params string[] actions)
    {
        var overlay = $$"""
            {
              "overlay": "1.0.0",
              "info": { "title": "Test", "version": "1" },
              "actions": [
            {{string.Join(",\n", actions)}}
              ]
            }
            """;
        return GeneratorRun.Of([new MemoryText("api.openapi.json", Small.WithSchemas(Schemas)), new MemoryText("api.overlay.json", overlay)]);
    }
}
