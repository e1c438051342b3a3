using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming;

/// <summary>
/// Joins two objects of which the second continues the first. Lists follow one another, and so do the texts that are sent
/// in pieces; of other members that both have the second one counts, unless it is null.
/// </summary>
internal static class JsonMerge
{
    public static T Join<T>(T first, T second, ItemReader<T> reader)
        where T : class, IJsonWritable
    {
        var joined = new JsonBody(writer => Write(writer, JsonModel.ToElement(first), JsonModel.ToElement(second)));
        return JsonModel.Required(JsonModel.ToUtf8(joined), reader);
    }

    /// <summary>Joins two values: objects member by member, lists one after the other; of anything else the second counts.</summary>
    public static byte[] Join(byte[] first, byte[] second)
        => JsonModel.Write(new JsonBody(writer => Write(writer, "", RawJson.Parse(first), RawJson.Parse(second))), JsonFormat.Wire);

    private static void Write(JsonWriter writer, JsonElement first, JsonElement second)
    {
        writer.WriteStartObject();
        foreach (var member in first.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (second.TryGetProperty(member.Name, out var next) && next.ValueKind != JsonValueKind.Null)
            {
                Write(writer, member.Name, member.Value, next);
            }
            else
            {
                JsonWrite.Element(writer, member.Value);
            }
        }

        foreach (var member in second.EnumerateObject())
        {
            if (!first.TryGetProperty(member.Name, out _))
            {
                writer.WritePropertyName(member.Name);
                JsonWrite.Element(writer, member.Value);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(JsonWriter writer, JsonElement list)
    {
        foreach (var item in list.EnumerateArray())
        {
            JsonWrite.Element(writer, item);
        }
    }

    private static void Write(JsonWriter writer, string name, JsonElement first, JsonElement second)
    {
        switch (first.ValueKind, second.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                Write(writer, first, second);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                writer.WriteStartArray();
                WriteItems(writer, first);
                WriteItems(writer, second);
                writer.WriteEndArray();
                break;
            case (JsonValueKind.String, JsonValueKind.String) when name is "data":
                writer.WriteStringValue(JoinBase64(first.GetString()!, second.GetString()!));
                break;
            case (JsonValueKind.String, JsonValueKind.String) when name is "transcript":
                writer.WriteStringValue(first.GetString() + second.GetString());
                break;
            default:
                JsonWrite.Element(writer, second);
                break;
        }
    }

    /// <summary>Pieces may have padding of their own, so they are joined as the bytes that they stand for, if they are whole.</summary>
    private static string JoinBase64(string first, string second)
    {
        var sound = new SoundAssembly();
        sound.Append(first);
        sound.Append(second);
        return !sound.IsDamaged && !sound.IsOpen ? Convert.ToBase64String(sound.ToArray()) : first + second;
    }
}
