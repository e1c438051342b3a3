using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace OpenRouter.Generated.Tests.Readme;

/// <summary>Compiles a block as a project of its own would: with implicit usings, our generator and our rules.</summary>
internal static class ReadmeCompiler
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<MetadataReference> s_references = [.. References()];

    public static Compilation Compile(ReadmeBlock block, CancellationToken cancellationToken)
    {
        // What the oldest SDK that the README names understands.
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        Compilation compilation = CSharpCompilation.Create(
            "Readme" + block.Name.Replace("-", "", StringComparison.Ordinal),
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options, cancellationToken: cancellationToken), CSharpSyntaxTree.ParseText(Whole(block), options, cancellationToken: cancellationToken)],
            s_references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        AdditionalText[] files = [.. ReadmePages.Blocks.Where(file => file.Kind == $"file of {block.Name}").Select(static file => new ShownFile(file))];
        if (files.Length == 0)
        {
            return compilation;
        }

        CSharpGeneratorDriver
            .Create(BuiltAssembly.Load("GeneratorAssembly").GetGenerators(LanguageNames.CSharp), files, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var problems, cancellationToken);
        Assert.DoesNotContain(problems, static problem => problem.Severity > DiagnosticSeverity.Info);
        return compilation;
    }

    /// <summary>What the compiler and our rules say of a block, informations of the rules too.</summary>
    public static async Task<IReadOnlyList<string>> JudgeAsync(ReadmeBlock block, CancellationToken cancellationToken)
    {
        var compilation = Compile(block, cancellationToken);
        // CS8321: a local function of the example is declared and not called.
        var compiler = compilation.GetDiagnostics(cancellationToken).Where(static problem => problem.Severity >= DiagnosticSeverity.Warning && problem.Id != "CS8321");
        var rules = await OwnRules.JudgeAsync(compilation, cancellationToken);
        return [.. compiler.Concat(rules).Select(problem => $"{block}: {problem}")];
    }

    /// <summary>A snippet with the client of the first program, which the page says that it uses.</summary>
    private static string Whole(ReadmeBlock block)
    {
        if (block.Kind != ReadmeBlock.Snippet)
        {
            return block.Code;
        }

        var first = ReadmePages.Find(ReadmeBlock.Program, "first-stream").Code;
        var begin = first.IndexOf("using var client", StringComparison.Ordinal);
        var end = first.IndexOf("});\n", begin, StringComparison.Ordinal) + 4;
        // Directives come first, and an empty line ends them.
        var after = block.Code.StartsWith("using ", StringComparison.Ordinal) ? block.Code.IndexOf("\n\n", StringComparison.Ordinal) + 2 : 0;
        return "using OpenRouter.Core;\n" + block.Code[..after] + first[begin..end] + block.Code[after..];
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("OpenRouter.", StringComparison.Ordinal) || name is "netstandard.dll"))
            .Where(static path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path));

    /// <summary>A file of the project that the page shows.</summary>
    private sealed class ShownFile(ReadmeBlock block) : AdditionalText
    {
        public override string Path => block.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(block.Code);
    }
}
