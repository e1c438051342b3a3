using System.Text.Json;

namespace OpenRouter.Runtime.Json;

/// <summary>Writes JSON token by token, with the escapes of the writer.</summary>
internal static class JsonRewriting
{
    /// <summary>Writes a whole value.</summary>
    public static void Write(JsonWriter writer, ReadOnlySpan<byte> json)
    {
        var reader = new JsonReader(json);
        while (reader.Read())
        {
            Write(writer, ref reader);
        }
    }

    private static void Write(JsonWriter writer, ref JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(JsonRead.Name(ref reader));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(JsonRead.String(ref reader));
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan);
                break;
        }
    }
}
