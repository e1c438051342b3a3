using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Generator.Tests.Harness;

/// <summary>Runs the generator over documents and compiles what comes out.</summary>
internal sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> References = LoadReferences();

    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver, string documentText)
    {
        Input = input;
        Driver = driver;
        DocumentText = documentText;
    }

    /// <summary>The text of the first document.</summary>
    public string DocumentText { get; }

    public CSharpCompilation Input { get; }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results[0];

    /// <summary>The problems, without the sentence that sums up.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics.RemoveAll(static diagnostic => diagnostic.Id == "ORG0001");

    /// <summary>The sentence that sums up.</summary>
    public Diagnostic Summary => Result.Diagnostics.Single(static diagnostic => diagnostic.Id == "ORG0001");

    /// <summary>The emitted files by hint name, without the BOM that AddSource puts there.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);

    public static GeneratorRun Of(string document, params (string Name, string Value)[] properties) =>
        Of([new MemoryText("api.openapi.json", document)], properties);

    public static GeneratorRun OfYaml(string document) => Of([new MemoryText("api.openapi.yaml", document)]);

    public static GeneratorRun Of(IReadOnlyList<AdditionalText> files, params (string Name, string Value)[] properties) =>
        Of(files, ParseOptions, References, properties);

    /// <summary>In a project that does not reference the runtime.</summary>
    public static GeneratorRun WithoutRuntime(IReadOnlyList<AdditionalText> files) =>
        Of(files, ParseOptions, [.. References.Where(static reference => !reference.Display!.EndsWith("OpenRouter.Runtime.dll", StringComparison.Ordinal))], []);

    /// <summary>In a project of another version of C#.</summary>
    public static GeneratorRun WithLanguage(IReadOnlyList<AdditionalText> files, LanguageVersion language) =>
        Of(files, ParseOptions.WithLanguageVersion(language), References, []);

    private static GeneratorRun Of(IReadOnlyList<AdditionalText> files, CSharpParseOptions parsing, ImmutableArray<MetadataReference> references, (string Name, string Value)[] properties)
    {
        var input = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("internal static class Program { }", parsing)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenRouterGenerator().AsSourceGenerator()],
            files,
            parsing,
            new MemoryOptions(properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(input, driver.RunGenerators(input, TestContext.Current.CancellationToken), files[0].GetText()!.ToString());
    }

    /// <summary>C# 12 is the floor that emitted code promises.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public GeneratorRun Again(Func<CSharpCompilation, CSharpCompilation>? change = null, (AdditionalText Old, AdditionalText New)? file = null)
    {
        var driver = file is { } swap ? Driver.ReplaceAdditionalText(swap.Old, swap.New) : Driver;
        var input = change is null ? Input : change(Input);
        return new GeneratorRun(input, driver.RunGenerators(input, TestContext.Current.CancellationToken), DocumentText);
    }

    /// <summary>What the compiler says of the emitted files: nothing, if all is well.</summary>
    public IReadOnlyList<string> CompilerMessages() =>
        [.. Compile().GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.ToString())];

    public Compilation Compile() => Input.AddSyntaxTrees(Result.GeneratedSources.Select(static source => source.SyntaxTree));

    private static ImmutableArray<MetadataReference> LoadReferences()
    {
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. platform
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "OpenRouter.Runtime.dll"))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))];
    }
}
