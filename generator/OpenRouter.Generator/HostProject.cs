using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenRouter.Generator.Problems;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator;

/// <summary>What the emitted code asks of the project that it is emitted into.</summary>
/// <param name="HasRuntime">Whether the project refers to the library that emitted code calls.</param>
/// <param name="Language">The version of C# it is compiled as.</param>
internal readonly record struct HostProject(bool HasRuntime, LanguageVersion Language)
{
    private const string Runtime = "OpenRouter.Runtime";

    /// <summary>Reads it from references and options, which no keystroke changes; a compilation is another one after each.</summary>
    public static IncrementalValueProvider<HostProject> Of(IncrementalGeneratorInitializationContext context)
    {
        var hasRuntime = context.MetadataReferencesProvider
            .Select(static (reference, _) => IsRuntime(reference))
            .Where(static isRuntime => isRuntime)
            .Collect()
            .Select(static (found, _) => found.Length > 0);
        var language = context.ParseOptionsProvider.Select(static (options, _) => options is CSharpParseOptions { LanguageVersion: var version } ? version : LanguageVersion.Default);
        return hasRuntime.Combine(language).Select(static (pair, _) => new HostProject(pair.Left, pair.Right)).WithTrackingName(PipelineSteps.Host);
    }

    /// <summary>What stands in the way of emitting into this project, if anything does.</summary>
    /// <param name="document">The path of the document that would be generated from.</param>
    public Problem? Obstacle(string document) => this switch
    {
        { HasRuntime: false } => new(ProblemRule.MissingRuntime, SourceSpan.StartOf(document), "The project does not reference the package OpenRouter.Runtime, which emitted code calls; nothing is generated from this document."),
        { Language: < LanguageVersion.CSharp12 } => new(ProblemRule.OldLanguage, SourceSpan.StartOf(document), $"Emitted code is C# 12 and the project is compiled as C# {Language.ToDisplayString()}; nothing is generated from this document. Remove LangVersion or set it to 12 or newer."),
        _ => null,
    };

    private static bool IsRuntime(MetadataReference reference) => string.Equals(NameOf(reference), Runtime, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(MetadataReference reference) => reference switch
    {
        CompilationReference { Compilation.AssemblyName: var name } => name,
        PortableExecutableReference { FilePath: { } path } => Path.GetFileNameWithoutExtension(path),
        PortableExecutableReference image when image.GetMetadata() is AssemblyMetadata assembly => Path.GetFileNameWithoutExtension(assembly.GetModules().First().Name),
        _ => null,
    };
}
