using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Pipeline;

/// <summary>Which files are emitted again after which edit. Everything else must be taken from the run before.</summary>
public sealed class IncrementalTests
{
    private const string Path = "things.openapi.json";

    private const string Document = """
        {
          "openapi": "3.1.0", "info": { "title": "Things", "version": "1" },
          "paths": { "/things": { "get": { "operationId": "list", "tags": ["Things"], "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Alpha" } } } } } } } },
          "components": { "schemas": {
            "Alpha": { "type": "object", "description": "First.", "properties": { "id": { "type": "string" } } },
            "Gamma": { "type": "object", "description": "Third.", "properties": { "kind": { "enum": ["a", "b"] } } },
            "Omega": { "oneOf": [{ "type": "string" }, { "$ref": "#/components/schemas/Gamma" }] }
          } }
        }
        """;

    private const string Overlay = """
        { "overlay": "1.0.0", "info": { "title": "o", "version": "1" }, "actions": [{ "target": "$.components.schemas.Alpha", "update": { "description": "Overlaid." } }] }
        """;

    [Fact]
    public void DescriptionOfOneSchema_EmitsItsFileAlone()
    {
        var emitted = EmittedAfter(Document.Replace("First.", "The first.", StringComparison.Ordinal));

        Assert.Equal(["Things.Models.Alpha.g.cs"], emitted);
    }

    [Fact]
    public void DescriptionAcrossLines_EmitsItsFileAlone()
    {
        // All places behind it move to another line: no model may hold one.
        var emitted = EmittedAfter(Document.Replace("\"description\": \"First.\",", "\n\n\"description\": \"The first.\",\n", StringComparison.Ordinal));

        Assert.Equal(["Things.Models.Alpha.g.cs"], emitted);
    }

    [Fact]
    public void WhiteSpaceInTheDocument_EmitsNothing()
    {
        Assert.Empty(EmittedAfter(Document.Replace("\n", "\n\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void EnumValueAdded_EmitsTheEnumAlone()
    {
        Assert.Equal(["Things.Models.GammaKind.g.cs"], EmittedAfter(Document.Replace("\"b\"]", "\"b\", \"c\"]", StringComparison.Ordinal)));
    }

    /// <summary>Types are compared place by place in the order of their names, so those behind a new one are printed again; those before it are not.</summary>
    [Fact]
    public void SchemaAddedInTheMiddle_EmitsItAndWhatComesBehind()
    {
        var added = Document.Replace("\"Gamma\": {", "\"Beta\": { \"type\": \"object\", \"properties\": { \"x\": { \"type\": \"integer\" } } },\n\"Gamma\": {", StringComparison.Ordinal);

        // The JSON context lists all types.
        Assert.Equal(["Things.Models.Beta.g.cs", "Things.Models.Gamma.g.cs", "Things.Models.ThingsJsonContext.g.cs"], EmittedAfter(added));
    }

    [Fact]
    public void OverlayEdited_EmitsWhatItChanges()
    {
        var overlay = new MemoryText("things.overlay.json", Overlay);
        var first = GeneratorRun.Of([new MemoryText(Path, Document), overlay]);

        var second = first.Again(file: (overlay, new MemoryText(overlay.Path, Overlay.Replace("Overlaid.", "Laid over.", StringComparison.Ordinal))));

        Assert.Equal(["Things.Models.Alpha.g.cs"], Emitted(second));
        Assert.Contains("Laid over.", second.Sources["Things.Models.Alpha.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void OneOfTwoDocuments_EmitsItsOwnFiles()
    {
        var other = new MemoryText("more.openapi.json", Document.Replace("Things", "More", StringComparison.Ordinal));
        var first = GeneratorRun.Of([new MemoryText(Path, Document), other]);
        Assert.Empty(first.Diagnostics);

        var second = first.Again(file: (other, new MemoryText(other.Path, other.GetText(Token).ToString().Replace("First.", "The first.", StringComparison.Ordinal))));

        Assert.Equal(["More.Models.Alpha.g.cs"], Emitted(second));
    }

    [Fact]
    public void AnotherProperty_OrAnotherFile_EmitsNothing()
    {
        var first = GeneratorRun.Of([new MemoryText(Path, Document)]);

        var property = first.Driver.WithUpdatedAnalyzerConfigOptions(new MemoryOptions([("SomethingElse", "true")])).RunGenerators(first.Input, Token);
        var file = first.Driver.AddAdditionalTexts([new MemoryText("readme.txt", "hello")]).RunGenerators(first.Input, Token);

        Assert.Empty(Emitted(property.GetRunResult().Results[0]));
        Assert.Empty(Emitted(file.GetRunResult().Results[0]));
    }

    [Fact]
    public void OwnProperty_IsHeard()
    {
        var first = GeneratorRun.Of([new MemoryText(Path, Document)]);

        var renamed = first.Driver.WithUpdatedAnalyzerConfigOptions(new MemoryOptions([("OpenRouterClientName", "OtherClient")])).RunGenerators(first.Input, Token).GetRunResult().Results[0];

        Assert.Contains(renamed.GeneratedSources, static source => source.HintName == "Things.Core.OtherClient.g.cs");
        Assert.DoesNotContain("Things.Models.Alpha.g.cs", Emitted(renamed));
    }

    [Fact]
    public void DocumentTakenAway_TakesItsFilesAlong()
    {
        var file = new MemoryText(Path, Document);
        var first = GeneratorRun.Of([file]);

        var second = first.Driver.RemoveAdditionalTexts([file]).RunGenerators(first.Input, Token).GetRunResult().Results[0];

        Assert.Empty(second.GeneratedSources);
        Assert.Empty(second.Diagnostics);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IEnumerable<string> EmittedAfter(string document)
    {
        Assert.NotEqual(Document, document);
        var file = new MemoryText(Path, Document);
        return Emitted(GeneratorRun.Of([file]).Again(file: (file, new MemoryText(Path, document))));
    }

    private static IEnumerable<string> Emitted(GeneratorRun run) => Emitted(run.Result);

    /// <summary>The files whose output step ran again.</summary>
    private static IEnumerable<string> Emitted(GeneratorRunResult result)
    {
        var steps = result.TrackedOutputSteps.Values
            .SelectMany(static steps => steps)
            .Where(static step => step.Outputs.Any(static output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
        return steps.SelectMany(static step => step.Outputs).SelectMany(static output => Names(output.Value)).Order(StringComparer.Ordinal);
    }

    /// <summary>An output step holds what it added: a pair of sources and diagnostics, whose types are the compiler's own secret.</summary>
    private static IEnumerable<string> Names(object pair)
    {
        var sources = (System.Collections.IEnumerable)((System.Runtime.CompilerServices.ITuple)pair)[0]!;
        return sources.Cast<object>().Select(static source => (string)source.GetType().GetProperty("HintName")!.GetValue(source)!);
    }
}
