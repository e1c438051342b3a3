using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Pipeline;

public sealed class CachingTests
{
    [Fact]
    public void EditOfCSharp_RunsNothingAgain()
    {
        var first = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings);

        var second = first.Again(static input => input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal static class More;", GeneratorRun.ParseOptions)));

        Assert.All(Steps(second), static step => Assert.All(step.Outputs, static output => Assert.Contains(output.Reason, Kept)));
        Assert.All(OutputSteps(second), static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    [Fact]
    public void SameTextAgain_EmitsNothingAgain()
    {
        var files = OurSchema.Files();
        var first = GeneratorRun.Of(files, OurSchema.Settings);

        var second = first.Again(file: (files[0], new MemoryText(files[0].Path, OurSchema.Document)));

        Assert.All(OutputSteps(second), static step => Assert.All(step.Outputs, static output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)));
    }

    [Fact]
    public void OneSchemaChanged_EmitsItsFileAlone()
    {
        var files = OurSchema.Files();
        var first = GeneratorRun.Of(files, OurSchema.Settings);
        var before = first.Sources;
        var changed = OurSchema.Document.Replace("\"NotFoundResponseErrorData\": {\n        \"type\": \"object\",", "\"NotFoundResponseErrorData\": {\n        \"type\": \"object\",\n        \"deprecated\": true,", StringComparison.Ordinal);
        Assert.NotEqual(OurSchema.Document, changed);

        var second = first.Again(file: (files[0], new MemoryText(files[0].Path, changed)));

        var modified = OutputSteps(second).SelectMany(static step => step.Outputs).Count(static output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New);
        Assert.Equal(1, modified);
        Assert.Equal(["OpenRouter.Models.NotFoundResponseErrorData.g.cs"], second.Sources.Where(source => before[source.Key] != source.Value).Select(static source => source.Key));
    }

    private static readonly IncrementalStepRunReason[] Kept = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    private static IEnumerable<IncrementalGeneratorRunStep> Steps(GeneratorRun run) => run.Result.TrackedSteps.Values.SelectMany(static steps => steps);

    private static IEnumerable<IncrementalGeneratorRunStep> OutputSteps(GeneratorRun run) => run.Result.TrackedOutputSteps.Values.SelectMany(static steps => steps);
}
