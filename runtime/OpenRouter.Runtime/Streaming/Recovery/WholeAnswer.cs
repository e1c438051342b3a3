using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>Makes one chunk of a chat completion that came whole, so that it can be read like a stream.</summary>
internal static class WholeAnswer
{
    /// <summary>Whether the beginning of a body is that of a chat completion, so that the rest is worth reading.</summary>
    public static bool CanBegin(ReadOnlySpan<byte> beginning)
        => beginning.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && beginning.IndexOf("\"choices\""u8) >= 0;

    /// <summary>The chunk as JSON; null when the JSON is no chat completion.</summary>
    public static byte[]? ToChunk(ReadOnlyMemory<byte> json)
    {
        try
        {
            var answer = JsonModel.Parse<JsonElement>(json.Span, JsonRead.Element);
            return IsCompletion(answer) ? JsonModel.ToUtf8(new JsonBody(writer => Write(writer, answer))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsCompletion(JsonElement answer)
        => answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("choices"u8, out var choices)
            && choices.ValueKind == JsonValueKind.Array
            && choices.GetArrayLength() > 0
            && choices[0].ValueKind == JsonValueKind.Object
            && choices[0].TryGetProperty("message"u8, out _);

    private static void Write(JsonWriter writer, JsonElement answer)
    {
        writer.WriteStartObject();
        foreach (var member in answer.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            switch (member.Name)
            {
                case "choices":
                    writer.WriteStartArray();
                    foreach (var choice in member.Value.EnumerateArray())
                    {
                        WriteChoice(writer, choice);
                    }

                    writer.WriteEndArray();
                    break;
                case "object":
                    writer.WriteStringValue("chat.completion.chunk");
                    break;
                default:
                    JsonWrite.Element(writer, member.Value);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteChoice(JsonWriter writer, JsonElement choice)
    {
        if (choice.ValueKind != JsonValueKind.Object)
        {
            JsonWrite.Element(writer, choice);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in choice.EnumerateObject())
        {
            writer.WritePropertyName(member.Name == "message" ? "delta" : member.Name);
            JsonWrite.Element(writer, member.Value);
        }

        writer.WriteEndObject();
    }
}
