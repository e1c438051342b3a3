using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenRouter.Generator.Api;
using OpenRouter.Generator.OpenApi;
using OpenRouter.Generator.OpenApi.Overlays;
using OpenRouter.Generator.OpenApi.References;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Tests.Harness;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.Tests.Pipeline;

/// <summary>An editor stops the generator at every keystroke: each stage must look at the token, and none may answer with half its work.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void Json_IsNotReadToItsEnd() => Assert.Throws<OperationCanceledException>(static () => JsonTextReader.Read("a.openapi.json", OurSchema.Document, Cancelled));

    [Fact]
    public void Yaml_IsNotReadToItsEnd() => Assert.Throws<OperationCanceledException>(static () => YamlTextReader.Read("a.openapi.yaml", "a: 1\nb: { c: 2 }\n", Cancelled));

    [Fact]
    public void Overlay_IsNotAppliedToItsEnd()
    {
        var root = Root();
        var overlay = JsonTextReader.Read("a.overlay.json", OurSchema.Overlay, CancellationToken.None);

        Assert.Throws<OperationCanceledException>(() => OverlayApplier.Apply(overlay, root, new ProblemList(), Cancelled));
    }

    [Fact]
    public void Document_IsNotReadToItsEnd()
    {
        var root = Root();

        Assert.Throws<OperationCanceledException>(() => DocumentReader.Read(root, SchemaFiles.None, new ProblemList(), Cancelled));
    }

    [Fact]
    public void Model_IsNotBuiltToItsEnd()
    {
        var document = DocumentReader.Read(Root(), SchemaFiles.None, new ProblemList(), CancellationToken.None)!;

        Assert.Throws<OperationCanceledException>(() => ApiModelBuilder.Build(document, ApiSettings.Default, new ProblemList(), Cancelled));
    }

    [Fact]
    public void Generator_CancelledWhileTheFileIsRead_HasNoOutput()
    {
        using var source = new CancellationTokenSource();
        var run = GeneratorRun.Of([new MemoryText("none.txt", "")]);
        var driver = run.Driver.AddAdditionalTexts([new StoppingText(source)]);

        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(run.Input, source.Token));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void Generator_AfterACancelledRun_GivesAllOfItsOutput()
    {
        using var source = new CancellationTokenSource();
        var run = GeneratorRun.Of([new MemoryText("none.txt", "")]);
        var driver = run.Driver.AddAdditionalTexts([new StoppingText(source)]);
        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(run.Input, source.Token));

        var second = driver.RunGenerators(run.Input, CancellationToken.None).GetRunResult();

        Assert.Equal(GeneratorRun.Of(OurSchema.Document).Sources.Count, second.GeneratedTrees.Length);
    }

    private static Node Root() => JsonTextReader.Read("a.openapi.json", OurSchema.Document, CancellationToken.None);

    /// <summary>A file whose reader changes its mind as soon as it has the text.</summary>
    private sealed class StoppingText(CancellationTokenSource source) : AdditionalText
    {
        public override string Path => "stopping.openapi.json";

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            source.Cancel();
            return SourceText.From(OurSchema.Document, System.Text.Encoding.UTF8);
        }
    }
}
