using System.Globalization;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

public sealed class AbsentMemberTests
{
    private const string Generation = """
        "Generation": { "type": "object", "required": ["id", "workspace", "cost"], "properties": {
          "id": { "type": "string" }, "workspace": { "type": ["string", "null"] }, "cost": { "type": ["number", "null"] }, "note": { "type": ["string", "null"] } } }
        """;

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","workspace":null}""")]
    [InlineData("""{"id":"a","cost":null}""")]
    [InlineData("""{"id":"a","workspace":"w","cost":null}""")]
    [InlineData("""{"workspace":null,"cost":0.5}""")]
    [InlineData("""{}""")]
    public void RequiredNullable_ThatWasAbsentOrNull_IsWrittenAsItCame(string json)
    {
        Assert.Equal(json, LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Generation))).RoundTrip("Generation", json));
    }

    [Fact]
    public void RequiredNullable_OfAnObjectMadeByHand_IsWrittenAsNull()
    {
        var made = Activator.CreateInstance(LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Generation))).Type("Generation"))!;

        Assert.Equal("""{"workspace":null,"cost":null}""", LiveClient.Write(made));
    }

    /// <summary>Absence and null of a member that is optional mean the same to a service, and C# has one null for both.</summary>
    [Fact]
    public void OptionalNullable_ThatWasNull_IsLeftOut()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Generation)));

        Assert.Equal("""{"id":"a"}""", live.RoundTrip("Generation", """{"id":"a","note":null}"""));
    }

    [Fact]
    public void MoreMembersThanOneFieldHasBits_AreAllToldApart()
    {
        var names = Enumerable.Range(0, 70).Select(static number => "m" + number.ToString(CultureInfo.InvariantCulture)).Append("absent").Append("absent2").ToList();
        var members = string.Join(", ", names.Select(static name => $$""" "{{name}}": { "type": ["string", "null"] } """));
        var required = string.Join(", ", names.Select(static name => $"\"{name}\""));
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas($$""" "Wide": { "type": "object", "required": [{{required}}], "properties": { {{members}} } } """)));

        foreach (var name in names)
        {
            var json = $$"""{"{{name}}":null}""";
            Assert.Equal(json, live.RoundTrip("Wide", json));
        }

        Assert.Equal("{}", live.RoundTrip("Wide", "{}"));
    }

    /// <summary>A class that is only read writes nothing, so it needs no memory of what was absent.</summary>
    [Fact]
    public void ClassThatIsOnlyRead_KeepsNoBits()
    {
        var run = GeneratorRun.Of(Small.WithPaths(
            """ "/a": { "get": { "operationId": "getA", "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Generation" } } } } } } } """,
            Generation));

        Assert.Null(LiveClient.Load(run).Type("Generation").GetField("_absent", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic));
    }
}
