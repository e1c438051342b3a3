using System;

namespace OpenRouter.Generator;

/// <summary>A document, overlay or schema file that the project gives to the generator, with its text and its settings.</summary>
internal sealed record InputFile(string Path, InputKind Kind, string Content, Api.ApiSettings Settings)
{
    /// <summary>The file name without folders and endings: what the overlays of a document share with it.</summary>
    public string Stem
    {
        get
        {
            var dot = Name.IndexOf('.');
            return dot < 0 ? Name : Name.Substring(0, dot);
        }
    }

    public bool IsYaml => Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file name without folders: what references and overlays call the file.</summary>
    public string Name => Path.Substring(Path.LastIndexOfAny(['/', '\\']) + 1);
}
