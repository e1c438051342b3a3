using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenRouter.Runtime.Json;

/// <summary>Lets System.Text.Json read and write a generated type. Its texts are safe in pages, whatever the encoder of the options.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class JsonModelConverter<T> : JsonConverter<T>
    where T : IJsonReadable<T>, IJsonWritable
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            throw new JsonException($"Expected {typeof(T).Name}, found null.");
        }

        return ForeignJson.Read(ref reader, static (ref JsonReader own) => T.ReadFrom(ref own))!;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var json = JsonModel.Write(value, JsonFormat.Text);
        if (writer.Options.Indented)
        {
            RawJson.Parse(json).WriteTo(writer);
            return;
        }

        writer.WriteRawValue(json, skipInputValidation: true);
    }
}
