using System.Diagnostics;
using Microsoft.CodeAnalysis;
using OpenRouter.Generator.Tests.Harness;

namespace OpenRouter.Generator.Tests.Pipeline;

public sealed class WholeDocumentTests(ITestOutputHelper output)
{
    [Fact]
    public void OurSchema_GeneratesWithoutAProblemAndCompiles()
    {
        var run = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings);

        Report("our schema", run);
        Assert.DoesNotContain(run.Diagnostics, static problem => problem.Severity > DiagnosticSeverity.Info);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void OfficialJson_WithOurOverlay_GeneratesAndCompiles()
    {
        var document = File.ReadAllText(SharedFacts.OfficialDocument("json"));

        var run = GeneratorRun.Of(OurSchema.Files(document), OurSchema.Settings);

        Report("official JSON with overlay", run);
        Assert.DoesNotContain(run.Diagnostics, static problem => problem.Severity > DiagnosticSeverity.Info);
        Assert.Empty(run.CompilerMessages());
    }

    [Fact]
    public void OfficialYaml_GivesTheSameBytesAsOfficialJson()
    {
        var json = File.ReadAllText(SharedFacts.OfficialDocument("json"));
        var yaml = File.ReadAllText(SharedFacts.OfficialDocument("yaml"));

        var first = GeneratorRun.Of(json);
        var second = GeneratorRun.OfYaml(yaml);

        Assert.Empty(first.CompilerMessages());
        Assert.Equal(first.Sources, second.Sources);
    }

    [Fact]
    public void ChatOnly_EmitsWhatTheOperationReaches()
    {
        var all = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings);
        var chat = GeneratorRun.Of(OurSchema.Files(), [.. OurSchema.Settings, ("OpenRouterOperations", "/chat/completions")]);

        Report("chat completions only", chat);
        Assert.Empty(chat.CompilerMessages());
        Assert.InRange(chat.Sources.Count, 100, all.Sources.Count / 3);
        Assert.Contains("OpenRouter.Models.ChatRequest.g.cs", chat.Sources.Keys);
        Assert.DoesNotContain("OpenRouter.Api.ModelsApi.g.cs", chat.Sources.Keys);
        Assert.DoesNotContain("ReadFrom", chat.Sources["OpenRouter.Models.ChatRequest.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratorAlone_Warm_StaysBelowItsCeiling()
    {
        _ = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings);
        var watch = Stopwatch.StartNew();
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var run = GeneratorRun.Of(OurSchema.Files(), OurSchema.Settings);

        watch.Stop();
        output.WriteLine($"generator warm: {watch.ElapsedMilliseconds} ms, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:F0} MB");
        var again = Stopwatch.StartNew();
        _ = run.Again(static input => input.AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class B;", GeneratorRun.ParseOptions)));
        output.WriteLine($"after an unrelated edit: {again.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"The generator took {watch.Elapsed}.");
    }

    private void Report(string name, GeneratorRun run)
    {
        var sources = run.Sources;
        output.WriteLine($"{name}: {sources.Count} files, {sources.Values.Sum(static source => source.Count(static c => c == '\n'))} lines, {sources.Values.Sum(static source => (long)source.Length) / 1e6:F2} MB of source, {run.Diagnostics.Length} diagnostics");
        foreach (var problem in run.Diagnostics.Take(20))
        {
            output.WriteLine(problem.ToString());
        }
    }
}
