using Microsoft.CodeAnalysis;
using OpenRouter.Generator.OpenApi.Overlays;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.OpenApi;

/// <summary>What the Overlay specification says of actions, with its examples in the shape of documents of our own.</summary>
public sealed class OverlayActionTests
{
    private const string Document = """
        { "info": { "title": "T", "tags": ["a"] },
          "paths": {
            "/items": { "get": { "x-traits": ["paged"], "parameters": [{ "name": "filter", "in": "query" }, { "name": "dummy", "in": "query" }, { "name": "filter", "in": "header" }] } },
            "/other": { "get": { "tags": ["x", "dummy"], "parameters": [] }, "post": { "summary": "S" } } } }
        """;

    [Theory]
    // One action that mirrors the document.
    [InlineData("""[{ "target": "$", "update": { "info": { "x-done": true }, "paths": { "/other": { "post": { "summary": "New", "x-rate": 1 } } }, "components": null } }]""", "$.paths['/other'].post", """[{"summary":"New","x-rate":1}]""")]
    [InlineData("""[{ "target": "$", "update": { "info": null, "paths": { "/other": { "get": null } } } }]""", "$.info.title", """["T"]""")]
    // Several nodes at once.
    [InlineData("""[{ "target": "$.paths.*.get", "update": { "x-safe": true } }]""", "$.paths.*.*.x-safe", "[true,true]")]
    [InlineData("""[{ "target": "$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']", "update": { "schema": { "$ref": "#/x" } } }]""", "$..schema['$ref']", """["#/x"]""")]
    // Lists.
    [InlineData("""[{ "target": "$.paths.*.get.parameters", "update": { "name": "new", "in": "query" } }]""", "$..parameters[?@.name == 'new'].in", """["query","query"]""")]
    [InlineData("""[{ "target": "$.info.tags", "update": ["b", "c"] }]""", "$.info.tags[*]", """["a","b","c"]""")]
    [InlineData("""[{ "target": "$.info.tags", "update": "b" }]""", "$.info.tags[*]", """["a","b"]""")]
    [InlineData("""[{ "target": "$.info", "update": { "tags": ["b"] } }]""", "$.info.tags[*]", """["a","b"]""")]
    [InlineData("""[{ "target": "$.paths.*.get.parameters[?@.name == 'dummy']", "remove": true }]""", "$..parameters[*].name", """["filter","filter"]""")]
    [InlineData("""[{ "target": "$.paths.*.get.tags[?@ == 'dummy']", "remove": true }]""", "$.paths.*.get.tags", """[["x"]]""")]
    [InlineData("""[{ "target": "$..parameters[0:2]", "remove": true }]""", "$..parameters[*].in", """["header"]""")]
    // Traits.
    [InlineData("""[{ "target": "$.paths[?(@.get['x-traits'][?(@ == 'paged')])].get", "update": { "parameters": [{ "name": "top" }, { "name": "skip" }] } }]""", "$..parameters[?@.name == 'top' || @.name == 'skip'].name", """["top","skip"]""")]
    // In order: what is removed may be made again; remove counts more than update.
    [InlineData("""[{ "target": "$.info", "remove": true }, { "target": "$", "update": { "info": { "title": "U" } } }]""", "$.info", """[{"title":"U"}]""")]
    [InlineData("""[{ "target": "$.info.tags", "update": ["b"], "remove": true }]""", "$.info", """[{"title":"T"}]""")]
    [InlineData("""[{ "target": "$.info", "update": { "title": { "is": "an object" } } }]""", "$.info.title.is", """["an object"]""")]
    // Overlay 1.1.
    [InlineData("""[{ "target": "$.info.title", "update": "New title" }]""", "$.info.title", """["New title"]""")]
    [InlineData("""[{ "target": "$.info.tags[0]", "update": "b" }]""", "$.info.tags", """[["b"]]""")]
    [InlineData("""[{ "target": "$.paths['/other'].post", "copy": "$.paths['/items'].get" }]""", "$.paths['/other'].post['summary','x-traits']", """["S",["paged"]]""")]
    [InlineData("""[{ "target": "$.paths", "update": { "/moved": {} } }, { "target": "$.paths['/moved']", "copy": "$.paths['/other']" }, { "target": "$.paths['/other']", "remove": true }]""", "$.paths[*].post.summary", """["S"]""")]
    public void Actions_ChangeTheDocumentSo(string actions, string query, string expected)
    {
        var (root, problems) = Apply(actions, "1.1.0");

        Assert.Empty(problems);
        Assert.Equal(expected, NodeText.Json(JsonPathQuery(root, query)));
    }

    [Theory]
    [InlineData("""[{ "target": "$.info.missing", "update": {} }]""", ProblemRule.OverlayMatchesNothing, "matches nothing")]
    [InlineData("""[{ "target": "$.info.title", "update": "New" }]""", ProblemRule.OverlayUpdateIgnored, "overlay: 1.1.0")]
    [InlineData("""[{ "target": "$.info", "update": "New" }]""", ProblemRule.OverlayUpdateIgnored, "only be updated by an object")]
    [InlineData("""[{ "target": "$.info.title", "update": { "a": 1 } }]""", ProblemRule.OverlayUpdateIgnored, "cannot be updated by an object")]
    [InlineData("""[{ "target": "$.info" }]""", ProblemRule.OverlayUpdateIgnored, "it changes nothing")]
    [InlineData("""[{ "target": "$", "remove": true }]""", ProblemRule.InvalidOverlay, "cannot be removed")]
    [InlineData("""[{ "target": "$.info", "copy": "$.paths.*" }]""", ProblemRule.InvalidOverlay, "selects several")]
    [InlineData("""[{ "target": "$.info", "copy": "$.nothing" }]""", ProblemRule.InvalidOverlay, "selects none")]
    [InlineData("""[{ "target": "$.info[?size(@) > 1]", "remove": true }]""", ProblemRule.InvalidOverlay, "'size' is unknown")]
    [InlineData("""[{ "target": "$.info[", "remove": true }]""", ProblemRule.InvalidOverlay, "at offset 7")]
    [InlineData("""[{ "update": {} }]""", ProblemRule.InvalidOverlay, "needs a 'target'")]
    [InlineData("[]", ProblemRule.InvalidOverlay, "with one at least")]
    [InlineData("7", ProblemRule.InvalidOverlay, "with one at least")]
    internal void Action_ThatCannotBeApplied_IsReportedAndChangesNothing(string actions, ProblemRule rule, string message)
    {
        var (root, problems) = Apply(actions, "1.0.0");

        var problem = Assert.Single(problems);
        Assert.Equal(rule, problem.Rule);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("b.overlay.json", problem.Span.Path);
        Assert.Equal(NodeText.Json(Read("a.json", Document)), NodeText.Json(root));
    }

    [Fact]
    public void Copy_IsApartFromItsSource()
    {
        var (root, _) = Apply("""[{ "target": "$.paths['/other'].get", "copy": "$.paths['/items'].get" }, { "target": "$.paths['/other'].get.x-traits", "update": "more" }]""", "1.1.0");

        Assert.Equal("""[["paged"]]""", NodeText.Json(JsonPathQuery(root, "$.paths['/items'].get.x-traits")));
    }

    [Fact]
    public void Overlays_AreAppliedInTheOrderOfTheirNames()
    {
        var run = GeneratorRun.Of([
            new MemoryText("api.openapi.json", Small.WithSchemas("\"Item\": { \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\" } } }")),
            new MemoryText("api.b.overlay.yaml", "overlay: 1.0.0\nactions:\n- target: $.components.schemas.Item\n  update: { x-csharp-name: Second }\n"),
            new MemoryText("api.a.overlay.json", """{ "overlay": "1.0.0", "actions": [{ "target": "$.components.schemas.Item", "update": { "x-csharp-name": "First" } }] }"""),
        ]);

        Assert.Empty(run.Diagnostics);
        Assert.Contains("SmallAPI.Models.Second.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("./api.openapi.json", true)]
    [InlineData("https://example.com/specs/api.openapi.json", true)]
    [InlineData("other.openapi.json", false)]
    public void Extends_NamesTheDocumentThatIsChanged(string extends, bool isApplied)
    {
        var run = GeneratorRun.Of([
            new MemoryText("api.openapi.json", Small.WithSchemas("\"Item\": { \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\" } } }")),
            new MemoryText("api.overlay.json", $$"""{ "overlay": "1.0.0", "extends": "{{extends}}", "actions": [{ "target": "$.components.schemas.Item", "update": { "x-csharp-name": "Changed" } }] }"""),
        ]);

        Assert.Equal(isApplied, run.Sources.ContainsKey("SmallAPI.Models.Changed.g.cs"));
        Assert.Equal(isApplied ? [] : ["ORG0025"], run.Diagnostics.Select(static problem => problem.Id));
    }

    [Fact]
    public void Extends_FindsItsDocumentAmongSeveral()
    {
        const string Item = "\"Item\": { \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"string\" } } }";
        var run = GeneratorRun.Of([
            new MemoryText("a.openapi.json", Small.WithSchemas(Item)),
            new MemoryText("b.openapi.json", Small.WithSchemas(Item).Replace("Small API", "Large API", StringComparison.Ordinal)),
            new MemoryText("changes.overlay.yaml", "overlay: 1.0.0\nextends: b.openapi.json\nactions:\n- target: $.components.schemas.Item\n  update: { x-csharp-name: Changed }\n"),
            new MemoryText("lost.overlay.yaml", "overlay: 1.0.0\nactions:\n- target: $.components.schemas.Item\n  update: { x-csharp-name: Lost }\n"),
        ]);

        var problem = Assert.Single(run.Diagnostics);
        Assert.Equal(("ORG0025", "lost.overlay.yaml", DiagnosticSeverity.Info), (problem.Id, problem.Location.GetLineSpan().Path, problem.Severity));
        Assert.Contains("SmallAPI.Models.Item.g.cs", run.Sources.Keys);
        Assert.Contains("LargeAPI.Models.Changed.g.cs", run.Sources.Keys);
    }

    private static (Node Root, List<Problem> Problems) Apply(string actions, string version)
    {
        var root = Read("a.json", Document);
        var problems = new ProblemList();
        OverlayApplier.Apply(Read("b.overlay.json", $$"""{ "overlay": "{{version}}", "actions": {{actions}} }"""), root, problems, TestContext.Current.CancellationToken);
        return (root, problems.Items);
    }

    private static IEnumerable<Node> JsonPathQuery(Node root, string query) =>
        Generator.OpenApi.JsonPaths.JsonPath.Parse(query, out _)!.Select(root).Select(static match => match.Node);

    private static Node Read(string path, string json) => JsonTextReader.Read(path, json, TestContext.Current.CancellationToken);
}
