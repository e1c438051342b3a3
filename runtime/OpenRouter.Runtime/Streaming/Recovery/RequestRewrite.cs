using System.Text.Json;
using OpenRouter.Runtime.Http;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Streaming.Recovery;

/// <summary>Changes the JSON of a chat request for a recovery; every other member stays as it was.</summary>
internal static class RequestRewrite
{
    /// <summary>Ends the messages with the beginning of the answer; null when the request is no chat or its answer must be JSON.</summary>
    public static IJsonWritable? Continue(ApiRequest request, string text)
    {
        if (Read(request) is not { } body || IsStrict(body) || !body.TryGetProperty("messages"u8, out var messages) || messages.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        // A message that ends with white space is refused by some models.
        return Rewrite(body, "messages", writer =>
        {
            writer.WriteStartArray();
            foreach (var message in messages.EnumerateArray())
            {
                JsonWrite.Element(writer, message);
            }

            writer.WriteStartObject();
            writer.WriteString("role"u8, "assistant"u8);
            writer.WriteString("content"u8, text.TrimEnd());
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }

    /// <summary>Asks another model, and only that one.</summary>
    public static IJsonWritable? WithModel(ApiRequest request, string model)
        => Read(request) is { } body ? Rewrite(body, "model", writer => writer.WriteStringValue(model), "models") : null;

    /// <summary>Asks for the answer as a whole.</summary>
    public static IJsonWritable? Unstreamed(ApiRequest request)
        => Read(request) is { } body ? Rewrite(body, "stream", static writer => writer.WriteBooleanValue(false), "stream_options") : null;

    private static JsonElement? Read(ApiRequest request)
        => request.Body is { } body && JsonModel.ToElement(body) is { ValueKind: JsonValueKind.Object } element ? element : null;

    private static bool IsStrict(JsonElement body)
        => body.TryGetProperty("response_format"u8, out var format)
            && format.ValueKind == JsonValueKind.Object
            && !(format.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("text"u8));

    private static JsonBody Rewrite(JsonElement body, string name, Action<JsonWriter> value, string? dropped = null) => new(writer =>
    {
        writer.WriteStartObject();
        foreach (var member in body.EnumerateObject())
        {
            if (member.Name != name && member.Name != dropped)
            {
                writer.WritePropertyName(member.Name);
                JsonWrite.Element(writer, member.Value);
            }
        }

        writer.WritePropertyName(name);
        value(writer);
        writer.WriteEndObject();
    });
}
