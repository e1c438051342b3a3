using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

using OpenRouter.Analyzers.Tests.Stubs;

namespace OpenRouter.Analyzers.Tests.Harness;

/// <summary>What is compiled around a test source.</summary>
internal sealed record TestProject
{
    // The assemblies of the running framework: no network, no extra package.
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TestProject Default { get; } = new();

    /// <summary>The declarations that stand for runtime and generated client.</summary>
    public ImmutableArray<string> Stubs { get; init; } = [AnnotationStub.Source, OurClientStub.Source, OtherClientStub.Source, AspNetStub.Source, UsingStub.Source];

    public string FileName { get; init; } = "Test0.cs";

    public string? EditorConfig { get; init; }

    public bool IsProgram { get; init; }

    public bool IsNullable { get; init; } = true;

    public bool ReferencesTestFramework { get; init; }

    public Document CreateDocument(string text)
    {
        // The host of the code fixes lives as long as the test.
        var workspace = new AdhocWorkspace();
        var project = ProjectId.CreateNewId();
        var document = DocumentId.CreateNewId(project);
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: ReferencesTestFramework ? s_references.Add(TestFramework()) : s_references));
        foreach (var (stub, number) in Stubs.Select((stub, number) => (stub, number)))
        {
            var path = $"/Stubs/Stub{number}.cs";
            solution = solution.AddDocument(DocumentId.CreateNewId(project), path, SourceText.From(stub), filePath: path);
        }

        solution = solution.AddDocument(document, FileName, SourceText.From(text), filePath: "/Source/" + FileName);
        if (EditorConfig is not null)
        {
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(project), ".editorconfig", SourceText.From(EditorConfig), filePath: "/Source/.editorconfig");
        }

        return solution.GetDocument(document)!;
    }

    private static MetadataReference TestFramework()
    {
        return CSharpCompilation.Create("xunit.core", references: s_references, options: new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
    }
}
