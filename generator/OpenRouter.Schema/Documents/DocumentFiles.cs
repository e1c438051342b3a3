using OpenRouter.Generator;
using OpenRouter.Generator.Api;

namespace OpenRouter.Schema.Documents;

/// <summary>Reads the files of a command line.</summary>
internal static class DocumentFiles
{
    public static DocumentInput Read(string document, IEnumerable<string> overlays, IEnumerable<string> schemas, ApiSettings settings) =>
        new(ReadFile(document, InputKind.Document, settings), ReadAll(overlays, InputKind.Overlay, settings), ReadAll(schemas, InputKind.Schema, settings), IsOnly: true)
        {
            OverlaysAreChosen = true,
        };

    private static EquatableList<InputFile> ReadAll(IEnumerable<string> paths, InputKind kind, ApiSettings settings) =>
        new(paths.Select(path => ReadFile(path, kind, settings)));

    private static InputFile ReadFile(string path, InputKind kind, ApiSettings settings)
    {
        try
        {
            return new InputFile(path, kind, File.ReadAllText(path), settings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(File.Exists(path) || Directory.Exists(path) ? $"{path} cannot be read: {exception.Message}" : $"{path} does not exist.");
        }
    }
}
