using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Pipeline;

public sealed class SettingsTests
{
    private static readonly string Document = Small.WithPaths(
        """
        "/things": {
          "get": { "operationId": "listThings", "tags": ["Things"], "parameters": [{ "name": "limit", "in": "query", "schema": { "type": "integer" } }],
            "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } },
          "post": { "operationId": "addThing", "tags": ["Things"], "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewThing" } } } },
            "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Form" } } } } } } }
        """,
        """
        "Thing": { "type": "object", "description": "A thing.", "required": ["name", "size"], "properties": { "name": { "type": "string" }, "size": { "type": "integer" }, "color": { "enum": ["red", "blue"] } } },
        "NewThing": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string" }, "form": { "$ref": "#/components/schemas/Form" } } },
        "Form": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/NewThing" }] }
        """);

    [Fact]
    public void Accessibility_Internal_HidesEveryType()
    {
        var client = LiveClient.Load(GeneratorRun.Of(Document, ("OpenRouterAccessibility", "internal")));

        Assert.NotEmpty(client.Types);
        Assert.All(client.Types.Where(static type => !type.IsNested), static type => Assert.False(type.IsPublic, type.FullName));
    }

    [Fact]
    public void Accessibility_ByDefault_IsPublic() => Assert.True(LiveClient.Load(GeneratorRun.Of(Document)).Type("Thing").IsPublic);

    [Fact]
    public void Documentation_Off_LeavesNoComment()
    {
        var run = GeneratorRun.Of(Document, ("OpenRouterDocumentation", "false"));

        Assert.Empty(run.CompilerMessages());
        Assert.All(run.Sources.Values, static source => Assert.DoesNotContain("///", source, StringComparison.Ordinal));
    }

    [Fact]
    public void MissingMembers_Null_AreNullInReceivedTypesOnly()
    {
        var client = LiveClient.Load(GeneratorRun.Of(Document, ("OpenRouterMissingMembers", "null")));

        var thing = client.Parse("Thing", """{ "size": 3 }""");
        Assert.Null(LiveClient.Get(thing, "Name"));
        Assert.Equal(3L, LiveClient.Get(thing, "Size"));
        Assert.NotEmpty(client.Type("NewThing").GetProperty("Name")!.GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false));
    }

    [Fact]
    public void MissingMembers_ByDefault_SayThatTheyWereMissing()
    {
        var client = LiveClient.Load(GeneratorRun.Of(Document));

        var thing = client.Parse("Thing", """{ "size": 3 }""");
        var exception = Assert.Throws<System.Reflection.TargetInvocationException>(() => LiveClient.Get(thing, "Name"));
        Assert.Contains("'name' of Thing", exception.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all", 3)]
    [InlineData("warnings", 2)]
    [InlineData("errors", 1)]
    [InlineData("none", 0)]
    public void Diagnostics_OfTheChosenSeverity_AreReported(string choice, int expected)
    {
        Assert.Equal(expected, Faulty(choice).Diagnostics.Count(static diagnostic => diagnostic.Id != "ORG0001"));
    }

    [Fact]
    public void Diagnostics_Strict_MakesWarningsErrors()
    {
        Assert.Equal(2, Faulty("strict").Diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void Setting_WithAnUnknownValue_IsReportedAtTheDocumentAndIgnored()
    {
        var run = GeneratorRun.Of(Document, ("OpenRouterAccessibility", "private"));

        var problem = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "ORG0015");
        Assert.Equal("api.openapi.json", problem.Location.GetLineSpan().Path);
        Assert.Contains("public or internal", problem.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
        Assert.True(LiveClient.Load(run).Type("Thing").IsPublic);
    }

    [Fact]
    public void TwoDocuments_InOneNamespace_GiveOneClientAndAnError()
    {
        var other = Document.Replace("listThings", "listOthers", StringComparison.Ordinal);

        var run = GeneratorRun.Of([new MemoryText("a.openapi.json", Document), new MemoryText("b.openapi.json", other)]);

        var clash = Assert.Single(run.Diagnostics, static problem => problem.Id == "ORG0027");
        Assert.Equal("b.openapi.json", clash.Location.GetLineSpan().Path);
        Assert.Contains("a.openapi.json", clash.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
        Assert.Contains("ListThingsAsync", run.Sources["SmallAPI.Api.ThingsApi.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void TwoDocuments_WithTheirOwnNamespaces_LiveSideBySide()
    {
        var other = Document.Replace("\"Small API\"", "\"Other API\"", StringComparison.Ordinal);

        var run = GeneratorRun.Of([new MemoryText("a.openapi.json", Document), new MemoryText("b.openapi.json", other)]);

        Assert.Empty(run.CompilerMessages());
        Assert.Contains("SmallAPI.Models.Thing.g.cs", run.Sources.Keys);
        Assert.Contains("OtherAPI.Models.Thing.g.cs", run.Sources.Keys);
    }

    /// <summary>An error (unknown type), a warning (a limit that is no number), an information (a list of itself).</summary>
    private static GeneratorRun Faulty(string choice) => GeneratorRun.Of(
        Small.WithSchemas("""
            "A": { "type": "strange" },
            "B": { "type": "integer", "minimum": "low" },
            "C": { "type": "array", "items": { "$ref": "#/components/schemas/C" } }
            """),
        ("OpenRouterDiagnostics", choice));
}
