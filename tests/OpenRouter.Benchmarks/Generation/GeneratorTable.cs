using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Benchmarks.Measuring;
using OpenRouter.Generator;

namespace OpenRouter.Benchmarks.Generation;

/// <summary>Measures the generator in its driver, which also parses what was emitted: a whole run, and a run after an edit of C#.</summary>
internal static class GeneratorTable
{
    private const int WarmUps = 25;
    private const int Runs = 9;

    public static void Print(TextWriter output, string repository)
    {
        output.WriteLine($"{Runs} runs after {WarmUps}, .NET {Environment.Version}, {Environment.ProcessorCount} cores; medians.");
        output.WriteLine();
        output.WriteLine("| document | ms | MB allocated | ms after an edit of C# | files | MB of source |");
        output.WriteLine("|---|---|---|---|---|---|");
        var schema = Path.Combine(repository, "runtime", "OpenRouter.Generated", "schema");
        var overlay = DocumentText.Load(Path.Combine(schema, "openrouter.overlay.json"));
        var ours = DocumentText.Load(Path.Combine(schema, "openrouter.openapi.json"));
        Print(output, "ours, JSON with overlay", [ours, overlay], "");
        Print(output, "ours, /chat/completions only", [ours, overlay], "/chat/completions");
        foreach (var ending in new[] { "json", "yaml" })
        {
            // The official document lies beside the repository, if at all.
            var path = Path.Combine(repository, "..", "shared", "api", "official.openapi." + ending);
            if (File.Exists(path))
            {
                Print(output, $"official, {ending.ToUpperInvariant()}", [DocumentText.Load(path)], "");
            }
        }
    }

    private static void Print(TextWriter output, string name, IReadOnlyList<AdditionalText> files, string operations)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        var input = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("class A;", parse)]);
        var edited = input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B;", parse));
        var settings = new ProjectSettings(("OpenRouterNamespace", "OpenRouter"), ("OpenRouterClientName", "OpenRouterClient"), ("OpenRouterOperations", operations));
        var whole = new List<double>();
        var edits = new List<double>();
        var bytes = new List<double>();
        GeneratorDriver driver = null!;
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            driver = CSharpGeneratorDriver.Create([new OpenRouterGenerator().AsSourceGenerator()], files, parse, settings);
            GC.Collect();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            driver = driver.RunGenerators(input);
            var first = watch.Elapsed.TotalMilliseconds;
            var used = GC.GetTotalAllocatedBytes(precise: true) - allocated;
            watch.Restart();
            _ = driver.RunGenerators(edited);
            var second = watch.Elapsed.TotalMilliseconds;
            if (run >= WarmUps)
            {
                whole.Add(first);
                edits.Add(second);
                bytes.Add(used / 1e6);
            }
        }

        var sources = driver.GetRunResult().Results[0].GeneratedSources;
        var size = sources.Sum(static source => (double)Encoding.UTF8.GetByteCount(source.SourceText.ToString())) / 1e6;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Measurement.Median(whole):F0} | {Measurement.Median(bytes):F0} | {Measurement.Median(edits):F1} | {sources.Length} | {size:F2} |"));
    }
}
