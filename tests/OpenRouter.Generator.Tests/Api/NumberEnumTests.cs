using System.Text.Json;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Api;

/// <summary>Whole numbers with known values are open enums, wherever they stand.</summary>
public sealed class NumberEnumTests
{
    private const string Status = """ "Status": { "type": "integer", "enum": [0, -1, -10] } """;

    [Fact]
    public void Numbers_HaveNamesAndKeepWhatIsUnknown()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Status)));
        var type = live.Type("Status");
        object Known(string name) => type.GetProperty(name)!.GetValue(null)!;

        Assert.Equal([0L, -1L, -10L], new[] { "Value0", "ValueMinus1", "ValueMinus10" }.Select(name => LiveClient.Get(Known(name), "Value")));
        Assert.Equal(true, LiveClient.Get(Known("ValueMinus10"), "IsKnown"));
        var unknown = Activator.CreateInstance(type, 7L)!;
        Assert.Equal((7L, false, "7"), (LiveClient.Get(unknown, "Value"), LiveClient.Get(unknown, "IsKnown"), unknown.ToString()));
        Assert.Equal(Known("ValueMinus1"), Activator.CreateInstance(type, -1L));
    }

    [Theory]
    [InlineData("x-enum-varnames")]
    [InlineData("x-enumNames")]
    [InlineData("x-csharp-names")]
    public void Numbers_TakeTheNamesOfTheDocument(string extension)
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas($$""" "Status": { "type": "integer", "enum": [0, -1], "{{extension}}": ["all_well", "broken"] } """)));

        Assert.Equal(-1L, live.Type("Status").GetNestedType("Values")!.GetField("Broken")!.GetRawConstantValue());
        Assert.Equal(0L, LiveClient.Get(live.Type("Status").GetProperty("AllWell")!.GetValue(null)!, "Value"));
    }

    [Theory]
    [InlineData("""{"one":-1}""")]
    [InlineData("""{"one":99,"maybe":null,"many":[0,5],"map":{"a":-10,"b":1}}""")]
    [InlineData("""{"gaps":[0,null],"either":-1}""")]
    [InlineData("""{"either":"text"}""")]
    public void Number_InEveryPlace_IsReadAndWrittenAsItCame(string json)
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas($$"""
            {{Status}},
            "Holder": { "type": "object", "properties": { "one": { "$ref": "#/components/schemas/Status" }, "maybe": { "type": ["integer", "null"], "enum": [1, 2, null] },
              "many": { "type": "array", "items": { "$ref": "#/components/schemas/Status" } }, "gaps": { "type": "array", "items": { "anyOf": [{ "$ref": "#/components/schemas/Status" }, { "type": "null" }] } },
              "map": { "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Status" } }, "either": { "anyOf": [{ "$ref": "#/components/schemas/Status" }, { "type": "string" }] } } }
            """)));

        Assert.Equal(json.Replace("\"maybe\":null,", "", StringComparison.Ordinal), live.RoundTrip("Holder", json));
    }

    [Fact]
    public void Number_ThroughTheJsonContext_IsANumber()
    {
        var live = LiveClient.Load(GeneratorRun.Of(Small.WithSchemas(Status)));
        var context = (System.Text.Json.Serialization.JsonSerializerContext)live.Type("SmallJsonContext").GetProperty("Default")!.GetValue(null)!;

        var read = JsonSerializer.Deserialize("-10", live.Type("Status"), context);

        Assert.Equal(-10L, LiveClient.Get(read!, "Value"));
        Assert.Equal("-10", JsonSerializer.Serialize(read, live.Type("Status"), context));
    }

    [Theory]
    [InlineData("query", "/a?p=-1")]
    [InlineData("path", "/a/-1")]
    public async Task Number_AsAParameter_IsSent(string location, string expected)
    {
        var path = location == "path" ? "/a/{p}" : "/a";
        var call = LiveCall.Of(GeneratorRun.Of(Small.WithPaths($$"""
            "{{path}}": { "get": { "operationId": "act", "parameters": [{ "name": "p", "in": "{{location}}", "required": true, "schema": { "$ref": "#/components/schemas/Status" } }], "responses": { "204": { "description": "" } } } }
            """, Status)));

        await call.SendAsync("ActAsync", -1L);

        Assert.Equal(expected, call.Sent.Target);
    }

    [Theory]
    [InlineData("""{ "enum": [1.5, 2] }""", "double?")]
    [InlineData("""{ "enum": [1] }""", "long?")]
    [InlineData("""{ "enum": [1, 99999999999999999999] }""", "long?")]
    public void Numbers_ThatAreNoSetOfWholeNumbers_StayNumbers(string schema, string expected)
    {
        var run = GeneratorRun.Of(Small.WithSchemas($$""" "Holder": { "type": "object", "properties": { "n": {{schema}} } } """));

        Assert.Contains($"public {expected} N ", run.Sources["SmallAPI.Models.Holder.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }
}
