using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>The text of a chat chunk as JSON.</summary>
internal static class ChunkText
{
    /// <summary>The text of the first choice; null when it has none.</summary>
    public static string? Of(JsonElement chunk)
        => First(chunk) is { } choice && Member(choice, "delta") is { } delta && Member(delta, "content") is { ValueKind: JsonValueKind.String } content
            ? JsonModel.Parse(System.Text.Encoding.UTF8.GetBytes(content.GetRawText()), JsonRead.String)
            : null;

    /// <summary>Whether the answer ends or fails with the chunk, or goes on as something else than text.</summary>
    public static bool Ends(JsonElement chunk)
        => Member(chunk, "error") is not null
            || Member(chunk, "usage") is not null
            || (First(chunk) is { } choice && (Member(choice, "finish_reason") is { ValueKind: JsonValueKind.String } || (Member(choice, "delta") is { } delta && Member(delta, "tool_calls") is not null)));

    /// <summary>The chunk with another text in its first choice.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> data, string text)
    {
        var chunk = JsonModel.Parse<JsonElement>(data, JsonRead.Element);
        return JsonModel.ToUtf8(new JsonBody(writer => Write(writer, chunk, ["choices", "", "delta", "content"], text)));
    }

    private static JsonElement? First(JsonElement chunk)
        => Member(chunk, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 && choices[0].ValueKind == JsonValueKind.Object ? choices[0] : null;

    private static JsonElement? Member(JsonElement parent, string name)
        => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Writes an element with the text at a path; an empty name stands for the first item of a list.</summary>
    private static void Write(JsonWriter writer, JsonElement element, ReadOnlySpan<string> path, string text)
    {
        if (path.IsEmpty)
        {
            writer.WriteStringValue(text);
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    WriteOr(writer, member.Value, path, member.Name == path[0], text);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var isFirst = true;
                foreach (var item in element.EnumerateArray())
                {
                    WriteOr(writer, item, path, isFirst, text);
                    isFirst = false;
                }

                writer.WriteEndArray();
                break;
            default:
                JsonWrite.Element(writer, element);
                break;
        }
    }

    private static void WriteOr(JsonWriter writer, JsonElement element, ReadOnlySpan<string> path, bool isOnPath, string text)
    {
        if (isOnPath)
        {
            Write(writer, element, path[1..], text);
        }
        else
        {
            JsonWrite.Element(writer, element);
        }
    }
}
