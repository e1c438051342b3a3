using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Says, where emitted code meets a file in JSON, that files travel in forms only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonForm
{
    /// <summary>Refuses to write a file; one that was not set is no matter.</summary>
    /// <exception cref="NotSupportedException">There is a file.</exception>
    public static void Refuse(FilePart? file)
    {
        if (file is not null)
        {
            throw new NotSupportedException($"The file '{file.FileName}' travels in a form and cannot be written as JSON.");
        }
    }

    /// <summary>Refuses to read a file.</summary>
    /// <exception cref="JsonException">Always.</exception>
    [DoesNotReturn]
    public static FilePart? ReadFile(ref JsonReader reader)
        => throw new JsonException($"A file travels in a form and cannot be read from JSON (byte {reader.TokenStartIndex}).");
}
