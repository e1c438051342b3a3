using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Schema.Tests.Harness;

/// <summary>Reads and compiles what was written.</summary>
internal static class EmittedFolder
{
    public static SortedDictionary<string, string> Read(string folder) =>
        new(Directory.GetFiles(folder).ToDictionary(static path => Path.GetFileName(path), File.ReadAllText), StringComparer.Ordinal);

    /// <summary>What the compiler says of all files: nothing, if all is well.</summary>
    public static IReadOnlyList<string> CompilerMessages(string folder, params string[] more)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var compilation = CSharpCompilation.Create(
            "Consumer",
            Read(folder).Values.Concat(more).Select(text => CSharpSyntaxTree.ParseText(text, options)),
            platform.Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "OpenRouter.Runtime.dll"))
                .Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString())];
    }
}
