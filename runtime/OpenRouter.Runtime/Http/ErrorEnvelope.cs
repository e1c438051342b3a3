using System.Text.Json;
using OpenRouter.Runtime.Json;

namespace OpenRouter.Runtime.Http;

/// <summary>Finds the error in a body, also in one that arrived under status 200.</summary>
internal static class ErrorEnvelope
{
    /// <summary>Members that come beside an error and are no payload.</summary>
    private static readonly HashSet<string> Frame = new(StringComparer.Ordinal)
    {
        "error", "id", "object", "created", "model", "provider", "user_id", "openrouter_metadata", "type", "request_id", "metadata",
        "system_fingerprint", "service_tier", "usage", "message", "code", "success",
    };

    /// <summary>The error at the top of a body, whatever else there is; null when there is none or the body is no JSON.</summary>
    public static JsonElement? Find(ReadOnlySpan<byte> body) => Scan(body, out _, out _);

    /// <summary>
    /// The error of a body that claims success: one beside which there is no payload, or a chat completion that has one.
    /// A job that reports its own failure in a member of that name is an answer, not an error.
    /// </summary>
    public static JsonElement? FindUnderSuccess(ReadOnlySpan<byte> body)
        => CanNameError(body) && Scan(body, out var hasPayload, out var isChat) is { } error && (!hasPayload || isChat) ? error : null;

    /// <summary>Whether the name can stand somewhere, also in escapes: most bodies are not read a second time for it.</summary>
    private static bool CanNameError(ReadOnlySpan<byte> body) => body.IndexOf("\"error\""u8) >= 0 || body.IndexOf("\\u"u8) >= 0;

    private static JsonElement? Scan(ReadOnlySpan<byte> body, out bool hasPayload, out bool isChat)
    {
        (hasPayload, isChat) = (false, false);
        JsonElement? error = null;
        var reader = new JsonReader(body);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (JsonCollection.TryName(ref reader, out var name))
            {
                if (name == "error" && reader.TokenType is not (JsonTokenType.Null or JsonTokenType.False))
                {
                    error = JsonRead.Element(ref reader);
                    continue;
                }

                isChat |= name == "choices";
                hasPayload |= !Frame.Contains(name) && reader.TokenType != JsonTokenType.Null && !IsEmptyArray(reader);
                JsonRead.Skip(ref reader);
            }
        }
        catch (JsonException)
        {
            // Not JSON, or cut: what was found before still counts.
        }

        return error;
    }

    private static bool IsEmptyArray(JsonReader copy)
        => copy.TokenType == JsonTokenType.StartArray && copy.Read() && copy.TokenType == JsonTokenType.EndArray;
}
