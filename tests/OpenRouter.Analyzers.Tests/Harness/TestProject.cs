using System.Collections.Concurrent;
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

    private static readonly MetadataReference s_testFramework = TestFramework();

    private static readonly ConcurrentDictionary<TestProject, Solution> s_solutions = new();

    public static TestProject Default { get; } = new();

    /// <summary>The declarations that stand for runtime and generated client.</summary>
    public ImmutableArray<string> Stubs { get; init; } = [AnnotationStub.Source, OurClientStub.Source, OtherClientStub.Source, AspNetStub.Source, UsingStub.Source];

    public string FileName { get; init; } = "Test0.cs";

    public string? EditorConfig { get; init; }

    /// <summary>Additional files of the project, by path.</summary>
    public ImmutableDictionary<string, string> AdditionalFiles { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsProgram { get; init; }

    public bool IsNullable { get; init; } = true;

    public bool ReferencesTestFramework { get; init; }

    public Document CreateDocument(string text)
    {
        // What is the same for all tests of a kind is read and bound once; a document is then added to it.
        var solution = s_solutions.GetOrAdd(this, static key => key.AddProject(new AdhocWorkspace().CurrentSolution, "Test"));
        return AddDocument(solution, solution.ProjectIds[0], text);
    }

    /// <summary>A project with the same document, beside the one of the document.</summary>
    public Document AddTwin(Document document, string text)
    {
        var solution = AddProject(document.Project.Solution, "Twin");
        return AddDocument(solution, solution.Projects.Single(project => project.Name == "Twin").Id, text);
    }

    private Document AddDocument(Solution solution, ProjectId project, string text)
    {
        var document = DocumentId.CreateNewId(project);
        return solution.AddDocument(document, FileName, SourceText.From(text), filePath: "/Source/" + FileName).GetDocument(document)!;
    }

    private Solution AddProject(Solution solution, string name)
    {
        var project = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(
            project,
            VersionStamp.Default,
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: ReferencesTestFramework ? s_references.Add(s_testFramework) : s_references));
        foreach (var (stub, number) in Stubs.Select((stub, number) => (stub, number)))
        {
            var path = $"/Stubs/Stub{number}.cs";
            solution = solution.AddDocument(DocumentId.CreateNewId(project), path, SourceText.From(stub), filePath: path);
        }

        foreach (var (path, text) in AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project), Path.GetFileName(path), SourceText.From(text), filePath: path);
        }

        if (EditorConfig is not null)
        {
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(project), ".editorconfig", SourceText.From(EditorConfig), filePath: "/Source/.editorconfig");
        }

        var stubs = solution.GetProject(project)!.GetCompilationAsync().GetAwaiter().GetResult()!;
        Assert.DoesNotContain(stubs.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS5001");
        return solution;
    }

    private static MetadataReference TestFramework()
    {
        return CSharpCompilation.Create("xunit.core", references: s_references, options: new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
    }
}
