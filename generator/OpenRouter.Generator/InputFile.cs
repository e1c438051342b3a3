using System;

namespace OpenRouter.Generator;

/// <summary>A document or overlay that the project gives to the generator, with its text and its settings.</summary>
internal sealed record InputFile(string Path, string Content, Api.ApiSettings Settings)
{
    public bool IsOverlay => HasKind(Path, ".overlay.");

    /// <summary>The file name without folders and endings: what the overlays of a document share with it.</summary>
    public string Stem
    {
        get
        {
            var name = Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
            var dot = name.IndexOf('.');
            return dot < 0 ? name : name.Substring(0, dot);
        }
    }

    public bool IsYaml => Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public static bool IsInput(string path) => HasKind(path, ".openapi.") || HasKind(path, ".overlay.");

    private static bool HasKind(string path, string kind)
    {
        foreach (var ending in new[] { "json", "yaml", "yml" })
        {
            if (path.EndsWith(kind + ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
