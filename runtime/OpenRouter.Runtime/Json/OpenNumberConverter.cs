using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenRouter.Runtime.Json;

/// <summary>Lets System.Text.Json read and write an open set of whole numbers.</summary>
/// <typeparam name="T">The set.</typeparam>
public sealed class OpenNumberConverter<T> : JsonConverter<T>
    where T : struct, IOpenNumber<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ForeignJson.Read(ref reader, JsonRead.NumberEnum<T>) ?? default;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Value);
    }
}
