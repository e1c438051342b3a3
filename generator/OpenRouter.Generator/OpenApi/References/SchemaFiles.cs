using System;
using System.Collections.Generic;
using System.Linq;
using OpenRouter.Generator.Text;

namespace OpenRouter.Generator.OpenApi.References;

/// <summary>The files beside a document that references may lead into. A file is read when the first reference needs it.</summary>
internal sealed class SchemaFiles
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DocumentTree> _opened = new(StringComparer.Ordinal);
    private readonly Func<string, Node?> _read;

    /// <param name="paths">The files as the project names them.</param>
    /// <param name="read">Reads the file of that path; null when it has no tree (which was reported).</param>
    public SchemaFiles(IEnumerable<string> paths, Func<string, Node?> read)
    {
        _read = read;
        foreach (var path in paths)
        {
            _paths[FileReference.Normalize(path)] = path;
        }
    }

    public static SchemaFiles None { get; } = new([], static _ => null);

    /// <summary>The file at a normalised path; null when the project does not give it.</summary>
    public DocumentTree? Open(string path) => _paths.TryGetValue(path, out var given) ? Read(given) : null;

    /// <summary>A file that was read before, by the path that its nodes carry.</summary>
    public DocumentTree? Opened(string given) => _opened.TryGetValue(given, out var tree) ? tree : null;

    public IEnumerable<DocumentTree> All() =>
        _paths.Values.OrderBy(static path => path, StringComparer.Ordinal).Select(Read);

    /// <summary>A file that cannot be read is an empty one: its own problem was reported, and references into it dangle.</summary>
    private DocumentTree Read(string given)
    {
        if (!_opened.TryGetValue(given, out var tree))
        {
            tree = new DocumentTree(given, _read(given) ?? Node.Object([], new SourcePlace(new SourceLines(given, ""), 0, 0)));
            _opened[given] = tree;
        }

        return tree;
    }
}
