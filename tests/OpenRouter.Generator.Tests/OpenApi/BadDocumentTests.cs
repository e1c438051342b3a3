using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.OpenApi;

public sealed class BadDocumentTests
{
    [Fact]
    public void Document_NotJson_IsReportedAtItsLine()
    {
        var run = GeneratorRun.Of("{\n  \"openapi\": \"3.1.0\",\n  oops\n}");

        AssertProblem(run, "ORG0002", 2, 2, "member name");
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Document_NotYaml_IsReportedAtItsLine()
    {
        var run = GeneratorRun.OfYaml("openapi: 3.1.0\npaths: [\n");

        Assert.Equal("ORG0002", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("{ \"swagger\": \"2.0\" }", 0, 0, "'openapi' is missing")]
    [InlineData("{\n \"openapi\": \"2.0\" }", 1, 12, "its version is '2.0'")]
    public void Document_NotOpenApi3_IsReported(string document, int line, int column, string message)
    {
        var run = GeneratorRun.Of(document);

        AssertProblem(run, "ORG0003", line, column, message);
    }

    [Fact]
    public void Reference_ThatDangles_IsReportedAndTheRestIsGenerated()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Good": { "type": "object", "properties": { "id": { "type": "string" } } },
            "Bad": { "type": "object", "properties": { "other": { "$ref": "#/components/schemas/Missing" } } }
            """));

        var problem = AssertProblem(run, "ORG0004", null, null, "#/components/schemas/Missing");
        Assert.Equal("\"#/components/schemas/Missing\"", Spanned(run, problem));
        Assert.Contains("SmallAPI.Models.Good.g.cs", run.Sources.Keys);
        Assert.Contains("JsonElement? Other", run.Sources["SmallAPI.Models.Bad.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Type_ThatIsUnknown_IsReportedAndTheRestIsGenerated()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Odd": { "type": "object", "properties": { "a": { "type": "strnig" }, "b": { "type": "string" } } }
            """));

        var problem = AssertProblem(run, "ORG0005", null, null, "'strnig'");
        Assert.Equal("\"strnig\"", Spanned(run, problem));
        Assert.Contains("string? B", run.Sources["SmallAPI.Models.Odd.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_OfOneName_AreReportedAndTheFirstIsGenerated()
    {
        var run = GeneratorRun.Of(Small.WithPaths("""
            "/a": { "get": { "operationId": "read", "responses": { "204": { "description": "" } } } },
            "/b": { "get": { "operationId": "read", "responses": { "204": { "description": "" } } } }
            """));

        AssertProblem(run, "ORG0006", null, null, "GET /b");
        var group = run.Sources["SmallAPI.Api.AApi.g.cs"];
        Assert.Contains("\"a\"", group, StringComparison.Ordinal);
        Assert.DoesNotContain("\"b\"", group, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_ThatConsistsOfItself_IsReported()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Loop": { "$ref": "#/components/schemas/Loop" },
            "User": { "type": "object", "properties": { "loop": { "$ref": "#/components/schemas/Loop" } } }
            """));

        AssertProblem(run, "ORG0007", null, null, "consists of itself");
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void Schema_ThatContainsItself_IsFine()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Tree": { "type": "object", "properties": { "children": { "type": "array", "items": { "$ref": "#/components/schemas/Tree" } } } },
            "Value": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "$ref": "#/components/schemas/Value" } }] }
            """));

        Assert.Empty(run.Diagnostics);
        var live = LiveClient.Load(run);
        Assert.Equal("""{"children":[{"children":[]}]}""", live.RoundTrip("Tree", """{"children":[{"children":[]}]}"""));
        Assert.Equal("""["a",["b"]]""", live.RoundTrip("Value2", """["a",["b"]]"""));
    }

    [Fact]
    public void Keyword_ThatIsNotSupported_IsReportedAtTheKeyword()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Odd": { "type": "object", "properties": { "a": { "type": "string" } }, "if": {}, "then": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } }
            """));

        var problem = AssertProblem(run, "ORG0010", null, null, "only under a condition");
        Assert.StartsWith("{ \"oneOf\"", Spanned(run, problem), StringComparison.Ordinal);
    }

    [Fact]
    public void Limit_ThatIsNoNumber_IsIgnoredWithAReport()
    {
        var run = GeneratorRun.Of(Small.WithSchemas("""
            "Odd": { "type": "object", "properties": { "a": { "type": "integer", "minimum": "one" } } }
            """));

        AssertProblem(run, "ORG0012", null, null, "must be a number");
        Assert.Empty(run.CompilerMessages());
    }

    private static Diagnostic AssertProblem(GeneratorRun run, string id, int? line, int? column, string message)
    {
        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal(id, problem.Id);
        Assert.Contains(message, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var start = problem.Location.GetLineSpan().StartLinePosition;
        Assert.Equal("api.openapi.json", problem.Location.GetLineSpan().Path);
        Assert.Equal((line ?? start.Line, column ?? start.Character), (start.Line, start.Character));
        return problem;
    }

    /// <summary>The text of the document that the diagnostic underlines.</summary>
    private static string Spanned(GeneratorRun run, Diagnostic problem) =>
        run.DocumentText.Substring(problem.Location.SourceSpan.Start, problem.Location.SourceSpan.Length);
}
