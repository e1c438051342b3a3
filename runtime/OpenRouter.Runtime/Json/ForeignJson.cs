using System.Text;
using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Brings what a reader of System.Text.Json stands on to our own, for the converters.</summary>
internal static class ForeignJson
{
    /// <summary>Reads the value that the reader stands on, and leaves it on its last token.</summary>
    /// <exception cref="JsonException">The value does not fit the type.</exception>
    public static T? Read<T>(ref Utf8JsonReader reader, ItemReader<T> read)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return JsonModel.Parse(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()), read);
    }

    /// <summary>The text of the name that the reader stands on, whatever its escapes.</summary>
    public static string Name(ref Utf8JsonReader reader)
        => JsonText.Decode(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan, reader.ValueIsEscaped);
}
