using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenRouter.Generated.Tests.Seed;

/// <summary>The code of the guide compiles against the client, its calls unchanged.</summary>
public sealed class SeedCompilationTests
{
    [Fact]
    public void Console_AgainstTheClient_Compiles() => AssertCompiles(SeedGuide.Console, SeedGuide.ProjectUsings, OutputKind.ConsoleApplication);

    [Fact]
    public void AdvancedConsole_AgainstTheClient_Compiles()
        // CS0219: the sample counts no tokens although it has a variable for them.
        => AssertCompiles(SeedGuide.AdvancedConsole, SeedGuide.ProjectUsings, OutputKind.DynamicallyLinkedLibrary, "CS0219");

    [Fact]
    public void Controller_AgainstTheClient_Compiles() => AssertCompiles(SeedGuide.Controller, SeedGuide.WebUsings, OutputKind.DynamicallyLinkedLibrary);

    [Fact]
    public void Blazor_AgainstTheClient_Compiles()
        => AssertCompiles(SeedGuide.Blazor, SeedGuide.WebUsings, OutputKind.DynamicallyLinkedLibrary);

    private static void AssertCompiles(string code, string usings, OutputKind kind, params string[] expectedWarnings)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Seed",
            [CSharpSyntaxTree.ParseText(usings, options), CSharpSyntaxTree.ParseText(code, options)],
            platform.Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

        var problems = compilation.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning && !expectedWarnings.Contains(problem.Id));

        Assert.Empty(problems);
        Assert.Contains("CreateStreamingChatCompletion", code, StringComparison.Ordinal);
    }
}
