using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Schema.Tests.Harness;

namespace OpenRouter.Generated.Tests.Refit;

/// <summary>The sources of the package OpenRouter.Refit, compiled as a project of a user compiles them.</summary>
internal static class RefitSources
{
    private const string OwnParts = "OpenRouterRefit.Public.cs";

    public static string Root([CallerFilePath] string testFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, "../../.."));

    public static string Package => Path.Combine(Root(), "runtime", "OpenRouter.Refit");

    /// <summary>An assembly with what the sources name of Refit.</summary>
    public static CSharpCompilation RefitAssembly(string task = "ValueTask")
        => Compile("Refit", [RefitDeclarations.Source, RefitDeclarations.Settings(task), RefitDeclarations.Factory], isOwnCode: true);

    /// <summary>A reference to it.</summary>
    public static MetadataReference Refit(string task = "ValueTask") => ToReference(RefitAssembly(task));

    /// <summary>A project: the oldest C#, no implicit usings, no nullable annotations, documentation of what is public demanded.</summary>
    public static CSharpCompilation Project(string name, bool isPublic, string[] code, params MetadataReference[] references)
        => Compile(name, [.. Files(isPublic), .. code], isOwnCode: false, references);

    /// <summary>A project that does not compile the sources.</summary>
    public static CSharpCompilation Plain(string name, string[] code, params MetadataReference[] references) => Compile(name, code, isOwnCode: false, references);

    /// <summary>What is said of a project, warnings included.</summary>
    public static IEnumerable<string> Messages(Compilation compilation)
        => compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static found => found.Severity >= DiagnosticSeverity.Warning).Select(static found => found.ToString());

    public static byte[] Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }

    public static MetadataReference ToReference(Compilation compilation) => MetadataReference.CreateFromImage(Emit(compilation));

    private static IEnumerable<string> Files(bool isPublic)
        => Directory.GetFiles(Path.Combine(Package, "source"), "*.cs").Where(path => isPublic || Path.GetFileName(path) != OwnParts).Select(File.ReadAllText);

    private static CSharpCompilation Compile(string name, IEnumerable<string> code, bool isOwnCode, params MetadataReference[] references)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12, isOwnCode ? DocumentationMode.None : DocumentationMode.Diagnose);
        return CSharpCompilation.Create(
            name,
            code.Select(text => CSharpSyntaxTree.ParseText(text, options)),
            [.. Platform(), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Disable));
    }

    private static IEnumerable<MetadataReference> Platform() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard.dll" or "OpenRouter.Runtime.dll" or "OpenRouter.Generated.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path));
}
