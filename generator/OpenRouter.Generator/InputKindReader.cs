using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Generator;

/// <summary>Tells what a file is: the metadata <c>OpenRouterInput</c> says it, or else the ending of its name.</summary>
internal static class InputKindReader
{
    /// <summary>A word that is not understood stands for the first: a file that somebody marks is meant to be an input, and says then what is wrong.</summary>
    public static readonly string[] Words = ["document", "overlay", "schema", "none"];

    private static readonly (string Ending, InputKind Kind)[] Endings =
        [(".openapi.", InputKind.Document), (".overlay.", InputKind.Overlay), (".schema.", InputKind.Schema)];

    private static readonly string[] Formats = ["json", "yaml", "yml"];

    public static InputKind Read(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.OpenRouterInput", out var chosen) && chosen.Trim() is { Length: > 0 } word
            ? Enum.TryParse<InputKind>(word, ignoreCase: true, out var kind) ? kind : InputKind.Document
            : OfName(file.Path);

    public static InputKind OfName(string path)
    {
        foreach (var (ending, kind) in Endings)
        {
            foreach (var format in Formats)
            {
                if (path.EndsWith(ending + format, StringComparison.OrdinalIgnoreCase))
                {
                    return kind;
                }
            }
        }

        return InputKind.None;
    }
}
