using System.Text.Json;

namespace OpenRouter.Testing.Answers;

/// <summary>What the emulator reads of a chat request.</summary>
/// <param name="Model">The model that answers.</param>
/// <param name="Tokens">The size of the messages.</param>
/// <param name="MaxTokens">The limit of the answer.</param>
internal sealed record ChatQuestion(string Model, long Tokens, long? MaxTokens)
{
    private const string DefaultModel = "emulator/storyteller";

    /// <summary>Reads the body of a request; null when it is no chat request.</summary>
    public static ChatQuestion? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        return new ChatQuestion(
            Text(body, "model") ?? First(body, "models") ?? DefaultModel,
            messages.EnumerateArray().Sum(Count),
            Whole(body, "max_completion_tokens") ?? Whole(body, "max_tokens"));
    }

    /// <summary>Counts the texts of a message, whatever their nesting: content can be text or parts.</summary>
    private static long Count(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TokenPieces.Split(value.GetString()!).Count(),
        JsonValueKind.Array => value.EnumerateArray().Sum(Count),
        JsonValueKind.Object => value.EnumerateObject().Where(member => member.Name is "content" or "text").Sum(member => Count(member.Value)),
        _ => 0,
    };

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? First(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.String
            ? value[0].GetString()
            : null;

    private static long? Whole(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 ? number : null;
}
