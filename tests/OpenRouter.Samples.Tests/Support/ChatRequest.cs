using System.Text.Json;

namespace OpenRouter.Samples.Tests.Support;

/// <summary>What a request to a model says.</summary>
internal static class ChatRequest
{
    /// <summary>Its messages: the role of each and its text, its calls, or the call that it answers.</summary>
    public static IReadOnlyList<string> Messages(string request) => [.. Body(request).GetProperty("messages").EnumerateArray().Select(Line)];

    public static string? Model(string request) => Body(request).GetProperty("model").GetString();

    public static JsonElement Body(string request) => JsonElement.Parse(request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);

    private static string Line(JsonElement message)
    {
        var role = message.GetProperty("role").GetString();
        var text = message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String ? content.GetString() : "";
        if (message.TryGetProperty("tool_call_id", out var id))
        {
            return $"{role} {id}: {text}";
        }

        return message.TryGetProperty("tool_calls", out var calls)
            ? $"{role}: {text}{string.Join(", ", calls.EnumerateArray().Select(static call => $"{call.GetProperty("id")} {call.GetProperty("function").GetProperty("name")}"))}"
            : $"{role}: {text}";
    }
}
