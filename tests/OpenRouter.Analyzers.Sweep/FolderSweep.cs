using System.Collections.Immutable;
using System.Diagnostics;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Analyzers.Sweep;

/// <summary>Compiles all C# of a folder as one compilation, however much of it cannot be resolved, and runs all rules over it.</summary>
internal static class FolderSweep
{
    // What implicit usings would bring: the project files are not read.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    public static async Task<SweepResult> RunAsync(string folder, ImmutableArray<MetadataReference> references)
    {
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .AsParallel()
            .Select(path => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path)), s_parsing, path))
            .ToList();
        var lines = trees.Sum(tree => tree.GetText().Lines.Count);
        var compilation = CSharpCompilation.Create(
            "Foreign",
            trees.Append(CSharpSyntaxTree.ParseText(Usings, s_parsing)),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

        var crashes = new List<string>();
        var analyzers = Rules.All();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, analyzer, diagnostic) =>
            {
                lock (crashes)
                {
                    crashes.Add(analyzer.GetType().Name + ": " + exception);
                }
            },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: true);
        var watch = Stopwatch.StartNew();
        var analysis = await compilation.WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
        return new SweepResult(
            folder,
            trees.Count,
            lines,
            watch.Elapsed,
            analysis.AnalyzerTelemetryInfo.ToDictionary(pair => pair.Key.GetType().Name, pair => pair.Value.ExecutionTime),
            [.. analysis.GetAllDiagnostics().OrderBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start)],
            crashes);
    }
}
