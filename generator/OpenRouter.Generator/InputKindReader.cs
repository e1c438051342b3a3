using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenRouter.Generator;

/// <summary>Tells what a file is: the metadata <c>OpenRouterInput</c> says it, or else the ending of its name.</summary>
internal static class InputKindReader
{
    private static readonly (string Ending, InputKind Kind)[] Endings =
        [(".openapi.", InputKind.Document), (".overlay.", InputKind.Overlay), (".schema.", InputKind.Schema)];

    private static readonly string[] Formats = ["json", "yaml", "yml"];

    public static InputKind Read(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.OpenRouterInput", out var chosen)
        && Enum.TryParse<InputKind>(chosen, ignoreCase: true, out var kind)
            ? kind
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
